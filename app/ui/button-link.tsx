import { Link } from '@remix-run/react'
import type { LinkProps } from '@remix-run/react'
import { buttonClass } from './button-look'
import type { ButtonLook } from './button-look'
import { Icon } from './icon'

type Props = ButtonLook & Omit<LinkProps, 'style' | 'className'>

/** A link that looks like a button; `to` may also be `tel:`, `sms:` or `mailto:`. */
export function ButtonLink({ variant, large, block, icon, iconAfter, className, children, ...rest }: Props) {
  return (
    <Link {...rest} className={buttonClass({ variant, large, block, className })}>
      {icon ? <Icon of={icon} /> : null}
      {children}
      {iconAfter ? <Icon of={iconAfter} /> : null}
    </Link>
  )
}
