import { OctagonAlert } from 'lucide-react'
import { Icon } from './icon'

/** 911 and 988 under the header of pages a person may reach in need. */
export function EmergencyStrip() {
  return (
    <aside className="sos" aria-label="Emergency numbers">
      <Icon of={OctagonAlert} />
      <p>
        Emergency? <a href="tel:911">Call 911</a>. Thinking about harming yourself?{' '}
        <a href="tel:988">Call or text 988</a>.
      </p>
    </aside>
  )
}
