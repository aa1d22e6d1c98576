import type { ReactNode } from 'react'

/** What the marks of the chart mean; the activity is named as the patient named it. */
export function DiaryKey({ now, moving, late }: { now: ReactNode; moving?: ReactNode; late?: ReactNode }) {
  return (
    <p className="key-line">
      <span>
        <svg width="14" height="14" className="chart-mark" aria-hidden="true">
          <circle className="pt" cx="7" cy="7" r="4.5" />
        </svg>
        {now}
      </span>
      {moving ? (
        <span>
          <svg width="14" height="14" className="chart-mark" aria-hidden="true">
            <path className="dia" d="M7 1l6 6-6 6-6-6z" />
          </svg>
          {moving}
        </span>
      ) : null}
      {late ? (
        <span>
          <svg width="14" height="14" className="chart-mark" aria-hidden="true">
            <rect className="pt late" x="2.5" y="2.5" width="9" height="9" />
          </svg>
          {late}
        </span>
      ) : null}
    </p>
  )
}
