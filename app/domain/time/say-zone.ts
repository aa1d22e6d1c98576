type Style = 'shortGeneric' | 'longGeneric'

function zoneName(zone: string, date: Date, style: Style): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: style }).formatToParts(date)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

/** The zone as people say it, the same in summer and winter: "CT". */
export function sayZone(zone: string, date: Date): string {
  return zoneName(zone, date, 'shortGeneric')
}

/** The zone with its name: "Central (CT)". */
export function sayLongZone(zone: string, date: Date): string {
  const short = sayZone(zone, date)
  const long = zoneName(zone, date, 'longGeneric').replace(/ (Standard )?Time$/, '')
  return short === long || short.endsWith('Time') ? short : `${long} (${short})`
}
