import { useEffect } from 'react'

/** Keeps the screen on while `active`; asks again when the page is visible again. Devices without it go on as they are. */
export function useWakeLock(active: boolean): void {
  useEffect(() => {
    if (!active || !('wakeLock' in navigator)) return
    let held: WakeLockSentinel | null = null
    let isOver = false
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      held = await navigator.wakeLock.request('screen').catch(() => null)
      if (isOver) void held?.release()
    }
    void ask()
    const again = () => void ask()
    document.addEventListener('visibilitychange', again)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', again)
      void held?.release()
    }
  }, [active])
}
