const words = ['none', 'very low', 'low', 'good', 'good', 'loud']

/** The loudness of the own microphone in five bars, 0 to 5. */
export function SoundMeter({ level }: { level: number }) {
  return (
    <span className="meter" role="img" aria-label={`Sound level: ${words[level] ?? 'good'}`}>
      {[1, 2, 3, 4, 5].map((bar) => (
        <i className={bar <= level ? 'on' : undefined} key={bar} />
      ))}
    </span>
  )
}
