/** The filled part of a bar, 0 to 1, drawn so that it needs no style attribute; its parent gives size and colour. */
export function BarFill({ share }: { share: number }) {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  return (
    <svg className="bar-fill" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={width} height="10" />
    </svg>
  )
}
