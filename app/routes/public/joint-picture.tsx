/** The pelvis from behind, with both sacroiliac joints marked. */
export function JointPicture() {
  return (
    <svg
      className="joint"
      viewBox="0 0 360 158"
      role="img"
      aria-label="Drawing of the pelvis from behind: two hip bones, the sacrum between them, and the two sacroiliac joints marked."
    >
      <g className="joint-bone">
        <path d="M154 50C128 14 66 10 58 62c-5 34 28 42 44 58 12 12 10 28 30 32 14 2 18-12 12-24-6-14 4-22 4-34 0-16 2-30 6-44z" />
        <path d="M206 50c26-36 88-40 96 12 5 34-28 42-44 58-12 12-10 28-30 32-14 2-18-12-12-24 6-14-4-22-4-34 0-16-2-30-6-44z" />
        <path
          className="joint-middle"
          d="M160 46c12-5 28-5 40 0 2 26-4 54-16 76-2 4-6 4-8 0-12-22-18-50-16-76z"
        />
      </g>
      <g className="joint-mark">
        <path d="M157 54c-2 16-3 30-1 46" />
        <path d="M203 54c2 16 3 30 1 46" />
        <path className="joint-lead" d="M204 92l92 34" />
      </g>
      <g className="joint-words">
        <text x="0" y="32">
          Hip bone
        </text>
        <text x="163" y="30">
          Sacrum
        </text>
        <text className="joint-name" x="262" y="145">
          SI joint (two)
        </text>
      </g>
    </svg>
  )
}
