import { describe, expect, it } from 'vitest'
import type { TimeZone } from '../../shared/domain/instant.ts'
import { formatRule, type RuleStart, readWrittenRule } from '../../shared/domain/written-rule.ts'
import { date, PARIS, time } from '../support/builders.ts'

const NOUMEA = 'Pacific/Noumea' as TimeZone

/** Thursdays from nine o'clock on. */
const RULE_START: RuleStart = { from: date('2026-11-26'), start: time('09:00'), timeZone: PARIS }

const kept = (text: string, ruleStart = RULE_START) => {
  const rule = readWrittenRule(text, ruleStart)
  return rule.ok ? formatRule(rule.value) : `${rule.error.kind} ${rule.error.part}`
}

const WEEKLY = 'FREQ=WEEKLY;BYDAY=TH'

describe('a written rule', () => {
  it.each([
    [`RRULE:${WEEKLY};COUNT=3`, `${WEEKLY};COUNT=3`],
    ['rrule:freq=weekly;byday=th;', WEEKLY],
    [` ${WEEKLY} ;\r\n`, WEEKLY],
    ['FREQ=WEEKLY; INTERVAL=2; BYDAY=TH', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH'],
    ['RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20270630;BYDA\r\n Y=TH', 'FREQ=WEEKLY;WKST=MO;BYDAY=TH;UNTIL=20270630'],
    [`${WEEKLY};UNTIL=2027-06-30`, `${WEEKLY};UNTIL=20270630`],
    [`DTSTART;TZID=Europe/Paris:20261126T090000\nRRULE:${WEEKLY}`, WEEKLY],
    [`DTSTART:20261126T080000Z\r\nRRULE:${WEEKLY}`, WEEKLY],
    [`DTSTART;VALUE=DATE:20261126\nRRULE:${WEEKLY}`, WEEKLY],
    ['FREQ=MONTHLY;BYDAY=1TH,-1TH', 'FREQ=MONTHLY;BYDAY=1TH,-1TH'],
  ])('pasted as %j is kept as %s', (text, rule) => expect(kept(text)).toBe(rule))

  it.each([
    ['a moment after the last start', '20270630T235959', PARIS, '20270630'],
    ['the last start', '20270630T090000', PARIS, '20270630'],
    ['a moment before the last start', '20270630T085959', PARIS, '20270629'],
    ['an instant of the same day in Paris', '20270630T215959Z', PARIS, '20270630'],
    ['an instant of the day after in Paris', '20270630T220000Z', PARIS, '20270630'],
    ['an instant of the morning after in Nouméa', '20270630T220000Z', NOUMEA, '20270701'],
    ['an instant with an offset', '2027-06-30T23:59:59+02:00', PARIS, '20270630'],
  ])('ends by the clock of the site when its UNTIL is %s', (_, until, timeZone, last) => {
    expect(kept(`${WEEKLY};UNTIL=${until}`, { ...RULE_START, timeZone })).toBe(`${WEEKLY};UNTIL=${last}`)
  })

  it.each([
    ['', 'rule-malformed RRULE'],
    ['every thursday', 'rule-malformed RRULE'],
    [`${WEEKLY};UNTIL=`, 'rule-malformed UNTIL'],
    [`${WEEKLY};UNTIL=20270230T000000Z`, 'rule-malformed UNTIL'],
    [`${WEEKLY};UNTIL=20270630T996000Z`, 'rule-malformed UNTIL'],
    [`${WEEKLY};UNTIL=20270630;UNTIL=20270101`, 'rule-malformed UNTIL'],
    [`DTSTART:20261127\nRRULE:${WEEKLY}`, 'rule-malformed DTSTART'],
    [`DTSTART:20261126T100000\nRRULE:${WEEKLY}`, 'rule-malformed DTSTART'],
    [`RRULE:${WEEKLY}\nEXDATE:20261203`, 'rule-unsupported EXDATE'],
    [`RRULE:${WEEKLY}\nRRULE:FREQ=DAILY`, 'rule-unsupported RRULE'],
  ])('pasted as %j is refused as %s', (text, refusal) => expect(kept(text)).toBe(refusal))
})
