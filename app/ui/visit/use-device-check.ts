import { useEffect, useState, useSyncExternalStore } from 'react'
import { checkIdle, DeviceCheck } from './device-check'
import type { CheckSnapshot } from './device-check'
import { useDevicesGranted } from './use-devices-granted'

/** The check of this page; starts by itself where camera and microphone were allowed before, and ends with the page. */
export function useDeviceCheck(): { check: DeviceCheck; found: CheckSnapshot } {
  const [check] = useState(() => new DeviceCheck())
  const granted = useDevicesGranted()
  useEffect(() => {
    if (granted && check.snapshot().camera === 'idle') void check.start()
  }, [granted, check])
  useEffect(() => () => check.stop(), [check])
  return { check, found: useSyncExternalStore(check.subscribe, check.snapshot, () => checkIdle) }
}
