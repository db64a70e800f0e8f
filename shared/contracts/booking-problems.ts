import type { Problem } from './problem-type.ts'

export const bookingProblems = {
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
    detail: 'Starts are gridMinutes apart: see starts for the nearest.',
  },
  'holder-busy': {
    status: 409,
    title: 'You already have a booking at that time',
    detail: 'Cancel it first, or choose another time.',
  },
  'travel-too-short': {
    status: 409,
    title: 'The mediator cannot be there in time',
    detail:
      'Another workshop of that day is at otherSite, minutes away: see km and freeMinutes; choose another time.',
  },
  taken: {
    status: 409,
    title: 'Somebody else has just taken that time',
    detail: 'Choose one of the alternatives, or another day.',
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
  'one-seat': {
    status: 409,
    title: 'That booking has one seat',
    detail: 'Cancel it instead to give the seat back.',
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
  'too-many-drop-ins': {
    status: 409,
    title: 'So many people are not counted in one workshop',
    detail: 'See most; those before stay counted.',
  },
  'not-waiting': {
    status: 409,
    title: 'This wait has ended',
    detail: 'See waitStatus: accept or decline an offer.',
  },
  'workshop-cancelled': {
    status: 409,
    title: 'The workshop is cancelled',
    detail: 'Choose another workshop.',
  },
  'newcomers-first': {
    status: 409,
    title: 'Newcomers come first',
    detail: 'Wait for a seat: what is left is offered from openToAllFrom on.',
  },
  'seats-taken': {
    status: 409,
    title: 'More people have a seat',
    detail: 'Keep at least as many seats as are taken.',
  },
  'no-such-appointment': {
    status: 422,
    title: 'It has no appointment that begins then',
    detail: 'Choose one of starts; a workshop without appointments needs none.',
  },
  'uneven-appointments': {
    status: 400,
    title: 'Appointments would not fill the time',
    detail: 'Send a start and an end with a whole number of appointments of minutes between them.',
  },
  'appointments-left-out': {
    status: 409,
    title: 'Some appointments have no place in the new time',
    detail: 'Choose a time with an hour for each of them, or move or cancel them first.',
  },
  'ends-too-soon': {
    status: 400,
    title: 'It would end before it starts',
    detail: 'Send an end after the start.',
  },
  'people-busy': {
    status: 409,
    title: 'Some people with a seat have something else then',
    detail: 'Choose another time, or send releaseBusy: their seats end, and they are told.',
  },
  'too-many-people': {
    status: 409,
    title: 'It concerns too many people for one change',
    detail: 'Cancel the workshop, and plan another.',
  },
  'already-signed-up': {
    status: 409,
    title: 'You have a seat in this workshop already',
    detail: 'See booking for it.',
  },
} as const satisfies Record<string, Problem>
