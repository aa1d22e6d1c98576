import { Temporal } from 'temporal-polyfill'

export type DayRange = { readonly earliest: Temporal.PlainDate; readonly latest: Temporal.PlainDate }

/** All days a date given as year, year-month or full day can mean; null when there is no such date. */
export function dayRange(text: string): DayRange | null {
  try {
    if (/^\d{4}$/.test(text)) {
      return { earliest: Temporal.PlainDate.from(`${text}-01-01`), latest: Temporal.PlainDate.from(`${text}-12-31`) }
    }
    if (/^\d{4}-\d{2}$/.test(text)) {
      const month = Temporal.PlainYearMonth.from(text)
      return { earliest: month.toPlainDate({ day: 1 }), latest: month.toPlainDate({ day: month.daysInMonth }) }
    }
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
    const day = Temporal.PlainDate.from(text, { overflow: 'reject' })
    return { earliest: day, latest: day }
  } catch {
    return null
  }
}
