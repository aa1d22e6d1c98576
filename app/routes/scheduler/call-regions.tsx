import { useState } from 'react'
import { formTexts } from '~/domain/intake/form-texts'
import { parseFormAnswer } from '~/domain/intake/parse-form-answer'
import { regionWords } from '~/domain/intake/region-words'
import { strengthened, toggled } from '~/ui/body-map/mark'
import type { Mark } from '~/ui/body-map/mark'
import { RegionList } from '~/ui/body-map/region-list'
import { FieldGroup } from '~/ui/field-group'
import type { GroupWords } from '~/ui/field-group'
import { SideWords } from '~/ui/side-words'
import { strengthField } from '~/ui/intake/intake-values'

type Props = GroupWords & { name: string; texts: readonly string[]; onMarks: (texts: string[]) => void }

const key = 'painAreas'

function marksFrom(texts: readonly string[]): Mark[] {
  const read = parseFormAnswer(key, texts)
  return read.ok && Array.isArray(read.value) ? (read.value as Mark[]) : []
}

/** The body map by its list: every place named with its side, and all of them said back together. */
export function CallRegions({ name, texts, onMarks, ...words }: Props) {
  const [marks, setMarks] = useState(() => marksFrom(texts))
  const keep = (next: Mark[]) => {
    setMarks(next)
    onMarks(formTexts(key, next))
  }
  return (
    <FieldGroup {...words}>
      <div className="call-back" role="status">
        <p className="sub">Say this back</p>
        <p className="say">
          {marks.length === 0 ? (
            'Nothing is marked yet.'
          ) : (
            <SideWords>{`“You told me: ${regionWords(marks.map(({ region }) => region))}. Is this correct?”`}</SideWords>
          )}
        </p>
      </div>
      <div className="call-regions">
        <RegionList
          name={name}
          marks={marks}
          strengthName={(region) => strengthField(key, region)}
          onToggle={(region) => keep(toggled(marks, region))}
          onStrength={(region, strength) => keep(strengthened(marks, region, strength))}
        />
      </div>
    </FieldGroup>
  )
}
