import { Link } from '@remix-run/react'
import { Logo } from './logo'

/** The clinic's name beside the mark, linking home. A name of more than two words breaks before its last two. */
export function ClinicMark({ name, to }: { name: string; to: string }) {
  const words = name.split(' ')
  const half = Math.ceil(words.length / 2)
  return (
    <Link className="mark" to={to} aria-label={name}>
      <Logo />
      <span>
        {words.slice(0, half).join(' ')}
        {words.length > 1 ? <br /> : null} {words.slice(half).join(' ')}
      </span>
    </Link>
  )
}
