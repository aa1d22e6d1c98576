/** The mark of the portal: two hip bones around the sacrum. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round">
        <path d="M13.6 9.2C10.6 5.6 3.4 5.2 2.6 12.2c-.6 5.6 4.6 7 6.6 10 .9 1.4 1 3 2.4 4.6" />
        <path d="M18.4 9.2c3-3.6 10.2-4 11 3 .6 5.6-4.6 7-6.6 10-.9 1.4-1 3-2.4 4.6" />
      </g>
      <path d="M13 12.6h6l-1.4 7.2a1.7 1.7 0 0 1-3.2 0z" fill="currentColor" />
    </svg>
  )
}
