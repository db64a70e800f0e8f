import type { Problem } from './problem-type.ts'

export const seriesProblems = {
  'rule-malformed': {
    status: 422,
    title: 'The rule is not well written',
    detail: 'Correct the part that is named, after RFC 5545, 3.3.10.',
  },
  'rule-unsupported': {
    status: 422,
    title: 'That part of a rule is not understood here',
    detail:
      'Repeat by days, weeks or months, with INTERVAL, BYDAY, BYMONTHDAY, BYSETPOS, COUNT or UNTIL (a date).',
  },
  'no-date': {
    status: 422,
    title: 'The rule gives no date',
    detail: 'Choose a later end, or fewer exceptions.',
  },
  'too-many-dates': {
    status: 422,
    title: 'The rule gives too many dates',
    detail: 'Repeat at most as often as most says, until lastDate.',
  },
  'rule-endless': {
    status: 422,
    title: 'The rule has no end',
    detail: 'End it with COUNT or UNTIL, see most.',
  },
  'cycle-refused': {
    status: 409,
    title: 'No date of the cycle can be planned',
    detail: 'See dates; choose another time, space or mediator.',
  },
  'series-refused': {
    status: 409,
    title: 'A date of the series cannot be booked, so none is',
    detail: 'See dates: choose others, or book what is possible.',
  },
  'series-not-moved': {
    status: 409,
    title: 'No date of the series can be moved there',
    detail: 'All is where it was. See dates: choose another time or space.',
  },
  'nothing-to-move': {
    status: 422,
    title: 'Nothing of the series is booked from that date on',
    detail: 'Choose an earlier from.',
  },
} as const satisfies Record<string, Problem>
