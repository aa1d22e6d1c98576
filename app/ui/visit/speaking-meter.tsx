/** Five lit bars beside "is speaking"; decoration. */
export function SpeakingMeter() {
  return (
    <span className="meter speaking" aria-hidden="true">
      {['a', 'b', 'c', 'd', 'e'].map((bar) => (
        <i className="on" key={bar} />
      ))}
    </span>
  )
}
