import { Form } from '@remix-run/react'
import { MonitorSmartphone, ShieldCheck } from 'lucide-react'
import { questionOf } from '~/domain/intake/instrument'
import { progressOf } from '~/domain/intake/progress-of'
import type { Answers } from '~/domain/intake/instrument'
import { sayTime } from '~/domain/time/say-time'
import { Banner } from '~/ui/banner'
import { Button } from '~/ui/button'
import { ChoiceCards } from '~/ui/choice-cards'
import { Icon } from '~/ui/icon'
import { PatientPage } from '~/ui/patient-page'
import { Progress } from '~/ui/progress'
import { Sheet } from '~/ui/sheet'
import { useClinic } from '~/ui/use-clinic'
import { useInstrument } from './asked-version'
import type { ConflictView } from '~/ui/intake/intake-reply'
import { OwnerFields } from './intake-owner-fields'
import { baseField } from '~/ui/intake/intake-values'
import type { Owner } from './use-intake-session'

type Props = {
  page: { owner: Owner; back: string; answers: Answers; zone: string }
  slug: string
  conflicts: readonly ConflictView[]
}

/** Two devices gave different answers: the person chooses. Of safety answers the one that needs us sooner is kept, and said. */
export function ConflictPage({ page, slug, conflicts }: Props) {
  const clinic = useClinic()
  const { part, partTitle, question, questions } = progressOf(page.answers, slug, useInstrument())
  const newest = [...new Map(conflicts.map((conflict) => [conflict.key, conflict])).values()]
  const asked = newest.filter(({ kept }) => kept === null)
  return (
    <PatientPage
      clinic={clinic}
      step={{ back: page.back }}
      room="sheet"
      above={<Progress part={part} name={partTitle} question={question} questions={questions} />}
    >
      <p className="eyebrow">
        <Icon of={MonitorSmartphone} />
        You changed this on another device
      </p>
      <h1 tabIndex={-1}>
        {asked.length > 0 ? 'Which answer should we keep?' : 'We kept the answer that needs us sooner'}
      </h1>
      <Form method="post" reloadDocument className="mt-16">
        <OwnerFields owner={page.owner} />
        {newest.map((conflict) => (
          <OneConflict key={conflict.key} conflict={conflict} page={page} />
        ))}
        <Banner icon={ShieldCheck} className="mt-20">
          <p>
            Nothing is lost: both answers stay in your record. For safety questions we do not ask. There we keep the
            answer that needs us sooner, and tell you.
          </p>
        </Banner>
        <Sheet under={asked.length > 0 ? 'All your other answers are the same.' : undefined}>
          <Button large block name="intent" value="resolve">
            {asked.length === 0 ? 'Go on' : asked.length === 1 ? 'Keep this answer' : 'Keep these answers'}
          </Button>
        </Sheet>
      </Form>
    </PatientPage>
  )
}

function OneConflict({ conflict, page }: { conflict: ConflictView; page: Props['page'] }) {
  const { key, mine, theirs, kept } = conflict
  const { label } = questionOf(key, useInstrument())
  const here = `This device${mine.offline ? ', offline' : ''} · ${sayTime(mine.at, page.zone)}`
  const there = theirs.at ? `Other device · ${sayTime(theirs.at, page.zone)}` : 'Other device'
  return (
    <>
      <input type="hidden" name="shown" value={key} />
      <input type="hidden" name={baseField(key)} value={theirs.version} />
      {mine.texts.map((text) => (
        <input key={text} type="hidden" name={`mine.${key}`} value={text} />
      ))}
      {kept ? (
        <>
          <input type="hidden" name={`keep.${key}`} value="kept" />
          <p className="lede">{label}</p>
          <ul className="facts mt-10">
            <Kept is={kept === 'mine'} words={mine.words} where={here} />
            <Kept is={kept === 'theirs'} words={theirs.words} where={there} />
          </ul>
          {kept === 'theirs' ? <p className="mt-10">You can change it on the next page.</p> : null}
        </>
      ) : (
        <ChoiceCards
          legend={label}
          name={`keep.${key}`}
          choices={[
            { value: 'mine', label: mine.words, note: here },
            { value: 'theirs', label: theirs.words, note: there },
            { value: 'again', label: 'Something else', note: 'Answer the question again' },
          ]}
        />
      )}
    </>
  )
}

/** One of two answers to a safety question, with its device and time, and whether it is the one that needs us sooner. */
function Kept({ is, words, where }: { is: boolean; words: string; where: string }) {
  return (
    <li>
      <Icon of={is ? ShieldCheck : MonitorSmartphone} />
      <span>
        {is ? <b className="strong">{words}</b> : words}
        <small>
          {where}
          {is ? '. We keep this one: it needs us sooner.' : ''}
        </small>
      </span>
      <span />
    </li>
  )
}
