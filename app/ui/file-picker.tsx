import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'
import { Icon } from './icon'

type Props = {
  icon: LucideIcon
  /** MIME types and endings, as the `accept` of a file field. */
  accept: string
  /** Opens the camera at the back of a phone. */
  camera?: boolean
  describedBy?: string
  className?: string
  onFiles: (files: File[]) => void
  children: ReactNode
}

/** A button that chooses files. Only where scripts run: what is chosen is handed over at once and the field is empty again. */
export function FilePicker({ icon, accept, camera, describedBy, className, onFiles, children }: Props) {
  return (
    <label className={classes('btn secondary file-pick', className)}>
      <Icon of={icon} />
      <span>{children}</span>
      <input
        type="file"
        className="sr"
        accept={accept}
        multiple={!camera}
        capture={camera ? 'environment' : undefined}
        aria-describedby={describedBy}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
    </label>
  )
}
