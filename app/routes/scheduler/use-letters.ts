import { useCallback, useEffect, useSyncExternalStore } from 'react'

const storageKey = 'ilium-call-letters'
const typing = 'input:not([type=radio]):not([type=checkbox]), textarea, select'
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
const isOn = () => window.localStorage.getItem(storageKey) !== 'off'

function press(event: KeyboardEvent): void {
  const { target, ctrlKey, metaKey, altKey, key } = event
  if (ctrlKey || metaKey || altKey || (target instanceof HTMLElement && target.closest(typing))) return
  const control = document.querySelector<HTMLInputElement>(`input[data-letter="${CSS.escape(key.toUpperCase())}"]`)
  if (!control) return
  event.preventDefault()
  control.focus()
  if (!control.checked) control.click()
}

/**
 * Y, N and S answer the question that is open while nothing is being typed: the letter presses the control that carries it
 * in `data-letter`. Can be turned off; this browser remembers. `on` is false until scripts run.
 */
export function useLetters(): { on: boolean; turn: (on: boolean) => void } {
  const on = useSyncExternalStore(subscribe, isOn, () => false)
  useEffect(() => {
    if (!on) return
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
  const turn = useCallback((wanted: boolean) => {
    window.localStorage.setItem(storageKey, wanted ? 'on' : 'off')
    for (const listener of listeners) listener()
  }, [])
  return { on, turn }
}
