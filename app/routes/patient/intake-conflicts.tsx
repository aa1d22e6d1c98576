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
import type { ConflictView } from './intake-reply'
import { baseField } from './intake-values'

type Props = {
  page: { back: string; answers: Answers; zone: string; today: Date }
  slug: string
  conflicts: readonly ConflictView[]
}

/** Two devices gave different answers: the person chooses. Of safety answers the one that needs us sooner is kept, and said. */
export function ConflictPage({ page, slug, conflicts }: Props) {
  const clinic = useClinic()
  const { part, partTitle, question, questions } = progressOf(page.answers, slug)
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
      <h1 tabIndex={-1}>{asked.length > 0 ? 'Which answer should we keep?' : 'We kept your other answer'}</h1>
      <Form method="post" reloadDocument className="mt-16">
        {newest.map((conflict) => (
          <OneConflict key={conflict.key} conflict={conflict} page={page} />
        ))}
        <Banner icon={ShieldCheck} className="mt-20">
          <p>
            Nothing is changed until you choose. For safety questions we do not ask. There we keep the answer that needs
            us sooner, and tell you.
          </p>
        </Banner>
        <Sheet>
          <Button large block name="intent" value="resolve">
            {asked.length > 0 ? 'Keep this answer' : 'Go on'}
          </Button>
        </Sheet>
      </Form>
    </PatientPage>
  )
}

function OneConflict({ conflict, page }: { conflict: ConflictView; page: Props['page'] }) {
  const { key, mine, theirs, kept } = conflict
  const { label } = questionOf(key)
  const other = theirs.at ? `Other device · ${sayTime(theirs.at, page.zone)}` : 'Other device'
  return (
    <>
      <input type="hidden" name="shown" value={key} />
      <input type="hidden" name={baseField(key)} value={theirs.version} />
      {mine.texts.map((text) => (
        <input key={text} type="hidden" name={`mine.${key}`} value={text} />
      ))}
      {kept === 'theirs' ? (
        <>
          <input type="hidden" name={`keep.${key}`} value="theirs" />
          <p className="lede">{label}</p>
          <p className="mt-10">
            We keep <b className="strong">{theirs.words}</b>, because that answer needs us sooner. You can change it on
            the next page.
          </p>
        </>
      ) : (
        <ChoiceCards
          legend={label}
          name={`keep.${key}`}
          choices={[
            { value: 'mine', label: mine.words, note: `This device · ${sayTime(page.today, page.zone)}` },
            { value: 'theirs', label: theirs.words, note: other },
            { value: 'again', label: 'Something else', note: 'Answer the question again' },
          ]}
        />
      )}
    </>
  )
}
