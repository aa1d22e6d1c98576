/** Time zones people in the United States choose from, west to east. */
export const offeredZones = [
  { value: 'Pacific/Honolulu', label: 'Hawaii (HST)' },
  { value: 'America/Anchorage', label: 'Alaska (AKT)' },
  { value: 'America/Los_Angeles', label: 'Pacific (PT)' },
  { value: 'America/Phoenix', label: 'Arizona (MST)' },
  { value: 'America/Denver', label: 'Mountain (MT)' },
  { value: 'America/Chicago', label: 'Central (CT)' },
  { value: 'America/New_York', label: 'Eastern (ET)' },
  { value: 'America/Puerto_Rico', label: 'Atlantic (AST)' },
] as const

/** Whether this is one of the zones a person can choose. */
export function isOfferedZone(zone: string): boolean {
  return offeredZones.some((one) => one.value === zone)
}
