import type { Problem } from './problem-type.ts'

/** What is refused because of what is free, of the rules of a place, or of what happened before. */
export const inventoryProblems = {
  'use-not-offered': {
    status: 422,
    title: 'This space is not lent for that use',
    detail: 'Choose one of its uses.',
  },
  'too-many-places': {
    status: 422,
    title: 'More places than the space has',
    detail: 'Ask for fewer places.',
  },
  'too-short': {
    status: 422,
    title: 'Too short',
    detail: 'Book at least the shortest duration of the space.',
  },
  'too-long': { status: 422, title: 'Too long', detail: 'Book at most the longest duration of the space.' },
  past: { status: 422, title: 'That time has passed', detail: 'Choose a time to come.' },
  'too-late': {
    status: 422,
    title: 'Too late for that time',
    detail: 'Choose a later start: the space needs notice.',
  },
  'beyond-horizon': { status: 422, title: 'Too far ahead', detail: 'Choose a date up to lastDate.' },
  'hour-skipped': {
    status: 422,
    title: 'The clock skips that time',
    detail:
      'That night it is put forward from one time to the other, see from and to: choose a time before or after.',
  },
  'outside-opening': {
    status: 422,
    title: 'The space is not lent then',
    detail: 'Choose a time inside one of the open ranges.',
  },
  'off-grid': {
    status: 422,
    title: 'That is not a time to start at',
    detail: 'Start every gridMinutes from midnight on: see starts for the nearest.',
  },
  'holder-busy': {
    status: 409,
    title: 'You already have a booking at that time',
    detail: 'Cancel it first, or choose another time.',
  },
  taken: {
    status: 409,
    title: 'Somebody else has just taken that time',
    detail: 'Choose one of the alternatives.',
  },
  closed: { status: 409, title: 'The place is closed then', detail: 'See reason; choose another day.' },
  cancelled: { status: 409, title: 'The booking is cancelled', detail: 'Book again instead.' },
  'not-confirmed': {
    status: 409,
    title: 'The booking is not confirmed yet',
    detail: 'Wait for the answer, or cancel it and book again.',
  },
  'already-started': {
    status: 409,
    title: 'The booking has already started',
    detail: 'Nothing needs to be done.',
  },
  'of-workshop': {
    status: 409,
    title: 'That booking belongs to a workshop',
    detail: 'Leave a seat and take another; a room comes and goes with its workshop.',
  },
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
  'series-refused': {
    status: 409,
    title: 'A date of the series cannot be booked, so none is',
    detail: 'See dates: choose others, or book what is possible.',
  },
  'quota-reached': {
    status: 409,
    title: 'You have reached a limit of this place',
    detail: 'See rule and limit; book again from the time in passes, or cancel something first.',
  },
  'hold-ended': {
    status: 409,
    title: 'The time to answer has passed',
    detail: 'The place went on to the next one. Choose another time, or wait again.',
  },
  'already-answered': {
    status: 409,
    title: 'That was answered differently before',
    detail: 'See bookingStatus for what holds.',
  },
  'not-offered': {
    status: 409,
    title: 'Nothing is offered here',
    detail: 'See bookingStatus for what holds.',
  },
  'not-requested': {
    status: 409,
    title: 'Nothing awaits approval here',
    detail: 'See bookingStatus for what holds.',
  },
  'check-in-closed': {
    status: 409,
    title: 'It is not the time to check in',
    detail: 'Check in between from and until; where they are missing, staff say who came.',
  },
  'own-attendance': {
    status: 403,
    title: 'Nobody says of themselves whether they came',
    detail: 'Ask another agent, or check in at the time for it.',
  },
  'attendance-closed': {
    status: 409,
    title: 'Who came can no longer be changed',
    detail: 'It could for so many days after the end.',
  },
  'not-started': { status: 409, title: 'It has not started yet', detail: 'Say who came once it has begun.' },
  'notice-too-short': {
    status: 422,
    title: 'People must be told earlier',
    detail: 'Choose a first date from earliestDate on, or say that it is unexpected.',
  },
  'unknown-space': { status: 422, title: 'The site has no such space', detail: 'Name spaces of the site.' },
  'closure-too-long': {
    status: 422,
    title: 'Too long for one closure',
    detail: 'Close at most mostDays in one go; plan the rest.',
  },
  'not-waiting': {
    status: 409,
    title: 'Nobody waits here any more',
    detail: 'See waitStatus for what holds; accept or decline what is offered.',
  },
  'workshop-cancelled': {
    status: 409,
    title: 'The workshop is cancelled',
    detail: 'Choose another workshop.',
  },
  'already-signed-up': {
    status: 409,
    title: 'You have a seat in this workshop already',
    detail: 'See booking for it.',
  },
  'call-changed': {
    status: 409,
    title: 'There is something newer to tell',
    detail: 'Read the calls of the site again: what was told is no longer all.',
  },
  'no-workshops': {
    status: 422,
    title: 'This space is not lent for workshops',
    detail: 'Choose a space that is lent for workshops.',
  },
  changed: {
    status: 409,
    title: 'Somebody else has changed it meanwhile',
    detail: 'Read it again, and say again what you want to change.',
  },
  'touches-bookings': {
    status: 409,
    title: 'Some bookings no longer fit',
    detail: 'See bookings; say in touched what becomes of them, with their mark in seen.',
  },
  'too-many-spaces': {
    status: 422,
    title: 'The site lends as many spaces as it can',
    detail: 'Change one of them.',
  },
  'too-many-proposals': {
    status: 409,
    title: 'You have proposed enough for now',
    detail: 'Wait for an answer to one of them: see most.',
  },
  'too-many-proposals-today': {
    status: 409,
    title: 'You have proposed enough for today',
    detail: 'Propose more tomorrow: see most.',
  },
  'nobody-in-charge': {
    status: 409,
    title: 'Nobody would answer',
    detail: 'Neither the site nor anything above it has anybody in charge, up to the network.',
  },
  'unknown-part': {
    status: 422,
    title: 'A part is no space of the site',
    detail: 'Name other spaces of the site.',
  },
  'divided-part': {
    status: 422,
    title: 'A part is itself made of parts',
    detail: 'Name spaces that are not divided.',
  },
  'repeated-part': { status: 422, title: 'A part is named twice', detail: 'Name each part once.' },
  'common-part': {
    status: 422,
    title: 'A part is in two wholes, one of which lends desks',
    detail: 'Lend both as rooms only, or give each parts of its own.',
  },
  'too-small': {
    status: 422,
    title: 'The whole has fewer places than its parts',
    detail: 'Give it at least leastCapacity places.',
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
