import { Check } from 'lucide-react'
import { bodyMapGroups } from '~/domain/intake/body-map-regions'
import type { RegionId } from '~/domain/intake/body-map-regions'
import { Icon } from '../icon'
import type { Mark } from './mark'
import { allRegions } from './region-facts'

type Props = {
  name: string
  marks: readonly Mark[]
  /** Names the field of a region's strength; without it no strength is asked. */
  strengthName?: (region: RegionId) => string
  onToggle: (region: RegionId) => void
  onStrength: (region: RegionId, strength: number | undefined) => void
}

/** Every region as a checkbox, in groups: the form field itself, complete without the picture and without scripts. */
export function RegionList({ name, marks, strengthName, onToggle, onStrength }: Props) {
  const marked = new Map(marks.map((mark) => [mark.region, mark]))
  return (
    <>
      {bodyMapGroups.map((group) => (
        <fieldset key={group.id}>
          <legend>{group.name}</legend>
          {allRegions
            .filter((region) => region.group === group.id)
            .map((region) => (
              <div className="bm-row" key={region.id}>
                <label className="check">
                  <input
                    type="checkbox"
                    name={name}
                    value={region.id}
                    checked={marked.has(region.id)}
                    onChange={() => onToggle(region.id)}
                  />
                  <span className="bx">
                    <Icon of={Check} />
                  </span>
                  <span className="bm-name">{region.name}</span>
                </label>
                {strengthName ? (
                  <select
                    className="input bm-strength"
                    name={strengthName(region.id)}
                    aria-label={`How strong: ${region.name}`}
                    value={marked.get(region.id)?.strength ?? ''}
                    onChange={(event) =>
                      onStrength(region.id, event.target.value === '' ? undefined : Number(event.target.value))
                    }
                  >
                    <option value="">0 to 10</option>
                    {Array.from({ length: 11 }, (_, strength) => (
                      <option key={strength} value={strength}>
                        {strength}
                      </option>
                    ))}
                  </select>
                ) : null}
              </div>
            ))}
        </fieldset>
      ))}
    </>
  )
}
