/** Bars as high as the lines to come, shown only after 300 ms; screen readers hear `label`. */
export function Skeleton({ lines = 2, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div className="skeleton" role="status">
      <span className="sr">{label}</span>
      {Array.from({ length: lines }, (_, at) => (
        <i key={at} aria-hidden="true" />
      ))}
    </div>
  )
}
