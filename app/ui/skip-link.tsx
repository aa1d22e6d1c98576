/** First stop of the keyboard: jumps over the header to the page. */
export function SkipLink({ to = 'main' }: { to?: string }) {
  return (
    <a className="skip" href={`#${to}`}>
      Skip to the page
    </a>
  )
}
