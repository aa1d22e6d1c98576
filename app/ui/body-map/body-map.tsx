import { useCallback, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { RegionId } from '~/domain/intake/body-map-regions'
import { classes } from '../classes'
import { Sheet } from '../sheet'
import { useHydrated } from '../use-hydrated'
import { ArtDefs } from './art-defs'
import { LivePicture } from './live-picture'
import { otherSide, strengthened, toggled } from './mark'
import type { Mark } from './mark'
import { factsOf } from './region-facts'
import { RegionList } from './region-list'
import { StillPicture } from './still-picture'
import { TapSaid } from './tap-said'
import { uncover } from './uncover'
import { withTicked } from './with-ticked'

type Props = {
  /** Field name; each marked region sends `name=region-id`. */
  name: string
  defaultValue?: readonly Mark[]
  onChange?: (marks: Mark[]) => void
  /** Asks how strong each place is; `strengthName` names the field of a region. */
  strengthName?: (region: RegionId) => string
  /** What stands in the sheet under the last tap, e.g. the button that goes on; gets the count of places. */
  children?: (count: number) => ReactNode
  listHeading?: string
}

/** Where it hurts: a picture to tap and a list to tick, one state. Without scripts the list is all there is to use. */
export function BodyMap({
  name,
  defaultValue = [],
  onChange,
  strengthName,
  children,
  listHeading = 'The same as a list',
}: Props) {
  const [marks, setMarks] = useState<Mark[]>([...defaultValue])
  const [last, setLast] = useState<{ region: RegionId; removed: boolean } | null>(null)
  const [view, setView] = useState<'back' | 'front'>('back')
  const live = useHydrated()
  const [listOpen, setListOpen] = useState(false)
  const whole = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)

  const list = useCallback((section: HTMLElement | null) => {
    if (section) setMarks((before) => withTicked(before, section))
  }, [])

  useEffect(() => {
    if (last && !last.removed) uncover(whole.current, last.region)
  }, [last])

  const change = (next: Mark[], region: RegionId) => {
    setMarks(next)
    setLast({ region, removed: !next.some((mark) => mark.region === region) })
    onChange?.(next)
  }
  const tap = (region: RegionId, byKey: boolean) => {
    const isMarked = marks.some((mark) => mark.region === region)
    if (isMarked && !byKey && last?.region !== region) return setLast({ region, removed: false })
    change(toggled(marks, region), region)
  }
  const other = (region: RegionId) => {
    const twin = otherSide(region)
    if (!twin) return
    const moved = marks.find((mark) => mark.region === region)
    const rest = marks.filter((mark) => mark.region !== region && mark.region !== twin)
    change([...rest, { ...moved, region: twin }], twin)
  }
  const strength = (region: RegionId, value: number | undefined) => change(strengthened(marks, region, value), region)
  const tick = (region: RegionId) => {
    change(toggled(marks, region), region)
    const at = factsOf(region).view
    if (at !== 'both') setView(at)
  }
  const count = (side: 'back' | 'front') =>
    marks.filter((mark) => ['both', side].includes(factsOf(mark.region).view)).length
  const tab = (side: 'back' | 'front', word: string) => (
    <button
      type="button"
      aria-pressed={view === side}
      className={classes(view === side && 'on')}
      onClick={() => setView(side)}
    >
      {word}
      {count(side) ? ` · ${count(side)}` : ''}
    </button>
  )
  const pictures = { view, marks, onTap: tap, onStrength: strengthName ? strength : undefined }
  const said = (
    <TapSaid
      {...{ last, marks }}
      strength={strengthName !== undefined}
      onOther={other}
      onRemove={(region) => change(toggled(marks, region), region)}
      onStrength={strength}
    />
  )
  return (
    <div className="bm-whole" ref={whole}>
      <ArtDefs />
      <div className="bm-top">
        {live ? (
          <>
            <div className="seg" role="group" aria-label="Which side of the body">
              {tab('back', 'Back')}
              {tab('front', 'Front')}
            </div>
            <button type="button" className="btn quiet" aria-expanded={listOpen} onClick={() => setListOpen(!listOpen)}>
              {listOpen ? 'Use the picture' : 'Use a list'}
            </button>
          </>
        ) : null}
      </div>
      <div className="bm-pictures" hidden={listOpen}>
        <div className="bm-close-up" ref={panel}>
          {live ? (
            <LivePicture key={view} {...pictures} part="panel" />
          ) : (
            <StillPicture view="back" part="panel" marks={marks} label="Back" />
          )}
        </div>
        {live ? (
          <div className="bm-body-whole">
            <p className="small muted">Pain somewhere else too? Tap it here.</p>
            <LivePicture
              key={view}
              {...pictures}
              part="figure"
              onZoom={() => panel.current?.scrollIntoView({ block: 'center' })}
            />
          </div>
        ) : null}
      </div>
      <section className="bm-list" ref={list} hidden={live && !listOpen} aria-label={listHeading}>
        <RegionList {...{ name, marks, strengthName }} onToggle={tick} onStrength={strength} />
      </section>
      {children ? (
        <Sheet label="What you marked">
          {live ? said : null}
          {children(marks.length)}
        </Sheet>
      ) : live ? (
        said
      ) : null}
    </div>
  )
}
