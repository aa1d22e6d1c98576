import { useEffect, useState } from 'react'

async function isGranted(name: string): Promise<boolean> {
  const status = await navigator.permissions.query({ name: name as PermissionName }).catch(() => null)
  return status?.state === 'granted'
}

/** Whether this page may open camera and microphone without a question to the person. */
export function useDevicesGranted(): boolean {
  const [granted, setGranted] = useState(false)
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      const both = (await isGranted('camera')) && (await isGranted('microphone'))
      if (!isOver) setGranted(both)
    }
    void ask()
    return () => {
      isOver = true
    }
  }, [])
  return granted
}
