import { Form, Link, useNavigation } from '@remix-run/react'
import { fixedTexts } from '~/domain/intake/emergency-texts'
import { paths } from '~/domain/paths'
import { BodyMapStill } from '~/ui/body-map/body-map-still'
import { Button } from '~/ui/button'
import { ChoiceCards } from '~/ui/choice-cards'
import type { ClinicContact } from '~/ui/clinic-contact'
import { ErrorSummary } from '~/ui/error-summary'
import { PainScale } from '~/ui/pain-scale'
import { PatientPage } from '~/ui/patient-page'
import { Sheet } from '~/ui/sheet'
import { SideWords } from '~/ui/side-words'
import { TextArea } from '~/ui/text-area'
import { DiaryActivity } from './diary-activity'
import type { DiaryFormWords } from './diary-page'

type Last = { values: Record<string, string>; errors: Record<string, string[]> } | null

const ends = ['0 = no pain', '10 = worst you can imagine'] as const
const call = 'Save, and see at once what to do.'

const legs = [
  { value: 'no', label: 'No' },
  { value: 'same', label: 'Yes, one leg. It is not getting worse' },
  { value: 'worse', label: 'Yes, and it is getting worse', whenChosen: call },
  { value: 'both_legs', label: 'Yes, both legs', whenChosen: call },
  { value: 'unsure', label: 'Not sure', whenChosen: fixedTexts.notSure },
]
const fever = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
  { value: 'unsure', label: 'Not sure' },
]

function question({ side, asNow, title }: DiaryFormWords): string {
  const where = side === 'both' ? 'on both sides' : `on your ${side} side`
  return asNow
    ? `How is the pain ${where} now?`
    : `How was the pain ${where}, ${title.charAt(0).toLowerCase()}${title.slice(1)}?`
}

/** One entry: the pain now, the pain in action, legs and fever; nothing preselected, everything kept when something is missing. */
export function DiaryForm({ form, clinic, last }: { form: DiaryFormWords; clinic: ClinicContact; last: Last }) {
  const busy = useNavigation().state === 'submitting'
  const { values = {}, errors = {} } = last ?? {}
  const summary = Object.entries(errors).flatMap(([id, messages]) => messages.map((message) => ({ id, message })))
  const step = { back: paths.care(), backLabel: 'Close', saved: <span className="mid">Pain diary · {form.day}</span> }
  return (
    <PatientPage clinic={clinic} step={step} room="sheet" mainClass="pt-16">
      <p className="eyebrow row between">
        <span>{form.title}</span>
        <span className="faint">{form.asNow ? form.time : 'Added later'}</span>
      </p>
      <div className="entry-segs" role="img" aria-label={`Entry ${form.place} of ${form.places}`}>
        {form.segments.map((state, index) => (
          <i key={index} className={state} />
        ))}
      </div>
      <ErrorSummary errors={summary} />
      {form.marks.length > 0 ? (
        <div className="spot">
          <BodyMapStill marks={form.marks} size="tiny" />
          <p className="small muted">The same spot you marked before the injection, on the same 0 to 10 scale.</p>
        </div>
      ) : null}
      <Form method="post" className="mt-20">
        <input type="hidden" name="slot" value={form.slot} />
        <PainScale
          id="painNow"
          name="painNow"
          legend={
            <h1 className="fs-xl mb-8">
              <SideWords>{question(form)}</SideWords>
            </h1>
          }
          ends={ends}
          defaultValue={values['painNow']}
          errors={errors['painNow']}
        />
        <DiaryActivity defaultValue={values['during']} errors={errors['during']} />
        <ChoiceCards
          id="numbOrWeak"
          name="numbOrWeak"
          legend="Is a leg numb or weak now?"
          choices={legs}
          defaultValue={values['numbOrWeak']}
          errors={errors['numbOrWeak']}
          className="mt-20"
        />
        <ChoiceCards
          id="fever"
          name="fever"
          legend="Do you have a fever or chills now?"
          choices={fever}
          layout="row"
          defaultValue={values['fever']}
          errors={errors['fever']}
          className="mt-20"
        />
        {form.askAverage ? (
          <PainScale
            id="average"
            name="average"
            legend="What number best describes your pain on average in the past 7 days?"
            ends={ends}
            defaultValue={values['average']}
            errors={errors['average']}
            className="mt-20"
          />
        ) : null}
        <details className="mt-20" open={Boolean(values['words'] || errors['words'])}>
          <summary className="tap">Took pain medicine, or want to add a note</summary>
          <TextArea
            id="words"
            name="words"
            label="Your note"
            hint="Nobody reads this at once. Something urgent? Call us."
            optional
            maxLength={1000}
            defaultValue={values['words']}
            errors={errors['words']}
          />
        </details>
        <p className="small mt-20">
          <Link className="tap" to={`${paths.diary()}?all=1`}>
            See all my numbers
          </Link>
        </p>
        <Sheet label="Save">
          <Button large block busy={busy}>
            Save
          </Button>
        </Sheet>
      </Form>
    </PatientPage>
  )
}
