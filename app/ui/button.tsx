import type { ButtonHTMLAttributes } from 'react'
import { buttonClass } from './button-look'
import type { ButtonLook } from './button-look'
import { Icon } from './icon'

type Props = ButtonLook & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'style'> & { busy?: boolean }

/** A button; its label is a verb and its object. `busy` keeps it focusable and says so to screen readers. */
export function Button({ variant, large, block, icon, iconAfter, className, busy, children, ...rest }: Props) {
  return (
    <button
      type="submit"
      {...rest}
      className={buttonClass({ variant, large, block, className })}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
    >
      {icon ? <Icon of={icon} /> : null}
      {children}
      {iconAfter ? <Icon of={iconAfter} /> : null}
    </button>
  )
}
