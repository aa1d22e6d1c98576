import { Link } from '@remix-run/react'
import { CircleCheck, Phone } from 'lucide-react'
import { paths } from '~/domain/paths'
import { Banner } from '~/ui/banner'
import { ButtonLink } from '~/ui/button-link'
import { careTabs } from '~/ui/care-tabs'
import type { ClinicContact } from '~/ui/clinic-contact'
import { DiaryChart } from '~/ui/diary-chart/diary-chart'
import { DiaryKey } from '~/ui/diary-chart/diary-key'
import { DiaryTable } from '~/ui/diary-chart/diary-table'
import type { At } from '~/ui/diary-chart/entry'
import { Flash } from '~/ui/flash'
import { Icon } from '~/ui/icon'
import { PatientPage } from '~/ui/patient-page'
import { PhoneLink } from '~/ui/phone-link'
import { SideWords } from '~/ui/side-words'
import type { DiaryPage } from './diary-page'

const said: Record<string, { tone: 'good' | 'attention'; words: string }> = {
  saved: { tone: 'good', words: 'Saved. Thank you.' },
  written: { tone: 'good', words: 'This entry was saved already. It stands as you first wrote it.' },
  closed: { tone: 'attention', words: 'This entry cannot be written now. Its time has passed or has not come yet.' },
}

const movingName = 'In action'

function chartWords(page: DiaryPage): string {
  const given = page.rows.filter((row) => row.now !== null).map((row) => `${row.label}: ${row.now}`)
  return `Pain before: ${page.painBefore}. ${given.join(', ') || 'Nothing written yet'}. The same numbers are in the table below.`
}

function What({ row }: { row: DiaryPage['rows'][number] }) {
  const extra = [row.day, row.late ? 'late' : null].filter(Boolean).join(' · ')
  return (
    <>
      {row.label} {extra ? <span className="muted">· {extra}</span> : null}
    </>
  )
}

/** Own numbers only: the curve against the number before, what is next, and every number in a table. */
export function DiaryHistory({ page, clinic }: { page: DiaryPage; clinic: ClinicContact }) {
  const flash = page.said ? said[page.said] : undefined
  const written = page.rows.filter((row) => row.now !== null)
  const start = { at: { hours: 0 }, now: page.painBefore }
  return (
    <PatientPage clinic={clinic} home={paths.care()} tabs={careTabs('care')} mainClass="pt-20">
      {flash ? <Flash tone={flash.tone}>{flash.words}</Flash> : null}
      <p className="eyebrow">My pain diary · {page.day === 0 ? 'first day' : `day ${page.day} of 14`}</p>
      <h1 className="mt-2">
        <SideWords>{page.side === 'both' ? 'Both sides' : `Your ${page.side} side`}</SideWords>
      </h1>
      <section className="card mt4 pad-14-16">
        <DiaryKey
          now="Pain now"
          moving={written.some((row) => row.moving !== null) ? movingName : undefined}
          late={written.some((row) => row.late) ? 'Late' : undefined}
        />
        <DiaryChart
          entries={[start, ...page.rows.map(({ at, now, moving, late }) => ({ at: at as At, now, moving, late }))]}
          label={chartWords(page)}
          baseline={{ value: page.painBefore, name: `Before: ${page.painBefore}` }}
          toCome
        />
      </section>
      <p className="small muted mt3">
        0 = no pain, 10 = worst you can imagine.
        {page.together ? (
          <>
            {' '}
            You and {page.together.who} look at this together on <span className="nowrap">{page.together.when}.</span>
          </>
        ) : null}
      </p>
      {page.open ? (
        <ButtonLink to={paths.diary()} large block className="mt4">
          Fill in: {page.open}
        </ButtonLink>
      ) : (
        <ul className="facts">
          <li>
            <Icon of={CircleCheck} />
            <span>
              {page.next ? 'Done for now' : 'Your diary has ended'}
              <small>{page.next ? `Next: ${page.next}. We remind you by e-mail.` : 'Thank you.'}</small>
            </span>
            <span />
          </li>
        </ul>
      )}
      <Banner tone="attention" icon={Phone} className="mt4">
        <p>
          <b className="strong">Fever, redness, pain that grows, or a weak leg?</b> Call us today:{' '}
          <PhoneLink clinic={clinic} bare />. Trouble with bladder or bowels, or new numbness where you sit? Call{' '}
          <a href="tel:911">911</a>.
        </p>
      </Banner>
      <h2 className="h-sec">Every number</h2>
      <DiaryTable
        caption="Every number of my diary"
        movingName={movingName}
        rows={[
          { key: 'before', when: 'Before', now: page.painBefore },
          ...page.rows.map((row) => ({
            key: row.key,
            when: <What row={row} />,
            now: row.now ?? (row.state === 'missing' ? 'missing' : '–'),
            moving: row.moving,
            soft: row.now === null,
          })),
        ]}
      />
      {page.addable.length > 0 ? (
        <details className="small mt3 no-print">
          <summary className="tap">Add a number I missed</summary>
          <ul>
            {page.addable.map((one) => (
              <li key={one.slot}>
                <Link className="tap" to={`${paths.diary()}?slot=${one.slot}`}>
                  {one.words}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </PatientPage>
  )
}
