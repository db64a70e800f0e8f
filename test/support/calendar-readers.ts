import ICAL from 'ical.js'
import { sync as nodeIcal } from 'node-ical'

/** What a calendar on somebody's device shows of an event; times in milliseconds. */
type SeenEvent = {
  readonly uid: string
  readonly sequence: number
  readonly summary: string
  readonly status: string
  readonly from: number
  readonly to: number
}

/** Reads times with the zones that the file itself describes, and no others. */
const seenByIcalJs = (ics: string): SeenEvent[] => {
  const calendar = new ICAL.Component(ICAL.parse(ics))
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((zone) => {
      const read = new ICAL.Timezone(zone)
      return [read.tzid, read]
    }),
  )
  return calendar.getAllSubcomponents('vevent').map((each) => {
    const at = (name: string): number => {
      const property = each.getFirstProperty(name)
      const time = property?.getFirstValue() as ICAL.Time
      time.zone = zones.get(String(property?.getParameter('tzid'))) as ICAL.Timezone
      return time.toUnixTime() * 1000
    }
    const text = (name: string): string => String(each.getFirstPropertyValue(name))
    return {
      uid: text('uid'),
      sequence: Number(text('sequence')),
      summary: text('summary'),
      status: text('status'),
      from: at('dtstart'),
      to: at('dtend'),
    }
  })
}

const seenByNodeIcal = (ics: string): SeenEvent[] =>
  Object.values(nodeIcal.parseICS(ics)).flatMap((each) =>
    each?.type === 'VEVENT'
      ? [
          {
            uid: each.uid,
            sequence: Number(each.sequence),
            summary: String(each.summary),
            status: String(each.status),
            from: each.start.getTime(),
            to: each.end?.getTime() ?? 0,
          },
        ]
      : [],
  )

export const CALENDAR_READERS = [
  ['ical.js', seenByIcalJs],
  ['node-ical', seenByNodeIcal],
] as const
