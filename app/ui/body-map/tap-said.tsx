import type { RegionTag } from '~/domain/intake/body-map-regions'
import type { RegionId } from '~/domain/intake/body-map-regions'
import { SideWords } from '../side-words'
import { otherSide } from './mark'
import type { Mark } from './mark'
import { factsOf } from './region-facts'

type Props = {
  /** The last tap; null before the first. */
  last: { region: RegionId; removed: boolean } | null
  marks: readonly Mark[]
  strength: boolean
  onOther: (region: RegionId) => void
  onRemove: (region: RegionId) => void
  onStrength: (region: RegionId, strength: number | undefined) => void
}

const notes: Partial<Record<RegionTag, string>> = {
  saddle: 'We will ask you a few safety questions about this area.',
  genital: 'We will ask you a few safety questions about this area.',
  'groin-screen': 'We will ask you some questions about your hip and groin.',
}

/** Says the last tap back in words with the side set apart, and offers the other side, the commonest mistake. */
export function TapSaid({ last, marks, strength, onOther, onRemove, onStrength }: Props) {
  const mark = last && !last.removed ? marks.find((each) => each.region === last.region) : undefined
  const note =
    mark &&
    factsOf(mark.region)
      .tags.map((tag) => notes[tag])
      .find(Boolean)
  const chosen = mark?.region
  return (
    <div className="bm-said">
      <p role="status">
        {last ? (
          <>
            {last.removed ? 'Removed: ' : 'Marked: '}
            <b className="strong">
              <SideWords>{factsOf(last.region).name}</SideWords>
            </b>
            {mark?.strength === undefined ? null : `, pain ${mark.strength} of 10`}
            {note ? <span className="small muted d-block">{note}</span> : null}
          </>
        ) : (
          <span className="muted">Tap the picture. We say each place back to you.</span>
        )}
      </p>
      {chosen ? (
        <div className="bm-acts">
          {strength ? (
            <label className="small">
              How strong?{' '}
              <select
                className="input bm-strength"
                value={mark?.strength ?? ''}
                onChange={(event) =>
                  onStrength(chosen, event.target.value === '' ? undefined : Number(event.target.value))
                }
              >
                <option value="">0 to 10</option>
                {Array.from({ length: 11 }, (_, value) => (
                  <option key={value} value={value}>
                    {value}
                  </option>
                ))}
              </select>
            </label>
          ) : null}
          {otherSide(chosen) ? (
            <button type="button" className="btn quiet" onClick={() => onOther(chosen)}>
              Other side
            </button>
          ) : null}
          <button type="button" className="btn quiet" onClick={() => onRemove(chosen)}>
            Remove
          </button>
        </div>
      ) : null}
    </div>
  )
}
