import { Link } from '@remix-run/react'
import { Check } from 'lucide-react'
import { questionOf } from '~/domain/intake/instrument'
import type { Answers, QuestionKey } from '~/domain/intake/instrument'
import { optionsOf } from '~/domain/intake/options-of'
import { regionOf } from '~/domain/intake/region-of'
import { sidesToSay } from '~/domain/intake/side-agrees'
import { paths } from '~/domain/paths'
import { BodyMapStill } from '~/ui/body-map/body-map-still'
import { Button } from '~/ui/button'
import { ChoiceCards } from '~/ui/choice-cards'
import { Sheet } from '~/ui/sheet'
import { SideWords } from '~/ui/side-words'
import { useInstrument } from './asked-version'
import { fieldId } from './intake-field'

type Props = {
  answers: Answers
  initial: Answers
  typed: Partial<Record<QuestionKey, string[]>>
  errors: Partial<Record<QuestionKey, string>>
}

const onSide = {
  left: 'on your left side',
  right: 'on your right side',
  both: 'on both sides',
  middle: 'in the middle',
}
const yes = {
  left: 'Yes, it is my left side',
  right: 'Yes, it is my right side',
  both: 'Yes, it is both sides',
  middle: 'Yes, it is in the middle',
}

/** Both views and the places in words; the side is confirmed by a button that names it, or chosen when the marks show both. */
export function AreasCheck({ answers, initial, typed, errors }: Props) {
  const marks = answers.painAreas ?? []
  const sides = sidesToSay(answers)
  const [only] = sides
  const [single] = marks.length === 1 ? marks : []
  const count = marks.length === 1 ? '1 place' : `${marks.length} places${sides.length > 1 ? '' : ', all'}`
  const which = useInstrument()
  const place = questionOf('mainArea', which)
  const side = questionOf('painSide', which)
  return (
    <>
      <div className="mt-10">
        <BodyMapStill marks={marks} size="confirm" />
      </div>
      <p className="small muted mt-10">Left and right are your own. The number is how strong it is, 0 to 10.</p>
      {only && sides.length === 1 && initial.painSide === only ? (
        <input type="hidden" name="painSide" value={only} />
      ) : null}
      {single ? (
        <input type="hidden" name="mainArea" value={single.region} />
      ) : (
        <ChoiceCards
          id={fieldId('mainArea')}
          legend={place.label}
          name="mainArea"
          defaultValue={typed.mainArea?.[0] ?? initial.mainArea}
          errors={errors.mainArea ? [errors.mainArea] : undefined}
          className="mt-20"
          choices={marks.map(({ region, strength }) => ({
            value: region,
            label: <SideWords>{capital(regionOf(region).name)}</SideWords>,
            note: strength === undefined ? undefined : `Pain ${strength} of 10`,
          }))}
        />
      )}
      {sides.length > 1 ? (
        <ChoiceCards
          id={fieldId('painSide')}
          legend={side.label}
          hint="You marked both sides."
          name="painSide"
          defaultValue={typed.painSide?.[0] ?? initial.painSide}
          errors={errors.painSide ? [errors.painSide] : undefined}
          choices={optionsOf(side)
            .filter(({ value }) => sides.some((each) => each === value))
            .map(({ value, label }) => ({ value, label: <SideWords>{label}</SideWords> }))}
        />
      ) : null}
      <Sheet label="What you marked" under={<Link to={paths.intakeStep('areas')}>No, change my places</Link>}>
        {only && sides.length === 1 ? (
          <>
            <h2 className="fs-lg lh-135">
              {count} <SideWords>{onSide[only]}</SideWords>
            </h2>
            <Button large block icon={Check} name="painSide" value={only} className="mt-10">
              {yes[only]}
            </Button>
          </>
        ) : (
          <>
            <h2 className="fs-lg lh-135">
              {count} <SideWords>{only ? 'on both sides' : ''}</SideWords>
            </h2>
            <Button large block className="mt-10">
              Yes, these are my places
            </Button>
          </>
        )}
      </Sheet>
    </>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
