import type { OutsideFault } from '../../shared/domain/outside-calendar.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'

/** All that says when somebody is busy. What people wrote beside is not even read. */
const WANTED = /^(BEGIN|END|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|UID|STATUS|TRANSP)[;:]/i
const COMPONENTS = /^(BEGIN|END):(VCALENDAR|VEVENT)$/i
const LONGEST_LINE = 10_000
const MOST_EVENTS = 10_000

/** The lines of its events that say when they are, of a calendar that anybody may have written. */
export const eventLines = (written: string): Result<string, OutsideFault> => {
  const lines = written
    .replace(/^\uFEFF?\s*/, '')
    .replace(/\r?\n[ \t]/g, '')
    .split(/[\r\n]+/)
  if (!/^BEGIN:VCALENDAR\s*$/i.test(lines[0] ?? '')) return refuse('not-a-calendar')
  const kept: string[] = []
  let [events, within] = [0, 0]
  for (const line of lines.map((each) => each.trimEnd())) {
    const isBoundary = /^(BEGIN|END):/i.test(line)
    if (isBoundary && !COMPONENTS.test(line)) within += /^BEGIN/i.test(line) ? 1 : -1
    else if (within === 0 && WANTED.test(line)) {
      if (line.length > LONGEST_LINE) return refuse('too-complicated')
      if (/^BEGIN:VEVENT$/i.test(line)) events += 1
      if (events > MOST_EVENTS) return refuse('too-many-events')
      kept.push(line)
    }
  }
  return ok(kept.join('\r\n'))
}
