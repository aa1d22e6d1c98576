import { useNavigate } from '@remix-run/react'
import { X } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { classes } from './classes'
import { Icon } from './icon'

type Props = {
  title: ReactNode
  /** Where closing leads when the URL opened the dialog; works without scripts. */
  closeTo?: string
  /** Closing when the page's own state opened it. */
  onClose?: () => void
  width?: 500 | 560 | 640 | 660 | 680 | 720 | 820
  /** Both outcomes as buttons, named; the consequence in words goes into `footer` as `<p className="why">`. */
  footer?: ReactNode
  children: ReactNode
}

/**
 * Asks and lists every consequence. Rendered means open: without scripts it is a section of the page, with scripts a
 * modal dialog that takes the focus, closes on Esc and gives the focus back.
 */
export function Dialog({ title, closeTo, onClose, width = 560, footer, children }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const asked = useRef<HTMLHeadingElement>(null)
  const heading = useId()
  const navigate = useNavigate()
  useEffect(() => {
    const dialog = box.current
    if (!dialog) return
    const before = document.activeElement
    if (dialog.open) dialog.close()
    dialog.showModal()
    asked.current?.focus()
    return () => {
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const close = () => (onClose ? onClose() : closeTo ? navigate(closeTo, { preventScrollReset: true }) : undefined)
  return (
    <dialog
      open
      ref={box}
      className={classes('dlg', `dlg-${width}`)}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <header>
        <h2 id={heading} ref={asked} tabIndex={-1}>
          {title}
        </h2>
        {closeTo ? (
          <Link className="btn icon x" to={closeTo} preventScrollReset aria-label="Close">
            <Icon of={X} />
          </Link>
        ) : onClose ? (
          <button type="button" className="btn icon x" onClick={onClose} aria-label="Close">
            <Icon of={X} />
          </button>
        ) : null}
      </header>
      <div className="dlg-b">{children}</div>
      {footer ? <footer>{footer}</footer> : null}
    </dialog>
  )
}
