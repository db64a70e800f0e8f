import * as z from 'zod'
import type { MoveRefusal } from '../domain/booking.ts'
import type { DatesRefusal, RuleRefusal } from '../domain/recurrence-rule.ts'
import { FreeRangeView } from './site-views.ts'

/** What can be refused: by the domain, by the store's conditions, by the way a request is written. */
export type RefusalKind =
  | MoveRefusal['kind']
  | RuleRefusal['kind']
  | DatesRefusal['kind']
  | 'series-refused'
  | 'series-not-moved'
  | 'nothing-to-move'
  | 'not-found'
  | 'name-missing'
  | 'signed-out'
  | 'wrong-code'
  | 'code-expired'
  | 'too-many-codes'
  | 'key-missing'
  | 'key-reused'
  | 'invalid'
  | 'malformed'
  | 'unsupported-media-type'
  | 'too-large'
  | 'foreign-origin'
  | 'method-not-allowed'
  | 'busy'
  | 'fault'

type Problem = {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 429 | 500 | 503
  readonly title: string
  readonly detail: string
}

/** RFC 9457: the status and words of each refusal; `detail` says what to do. */
export const problemFor = {
  'use-not-offered': { status: 422, title: 'This space is not lent for that use', detail: 'Choose one of its uses.' },
  'too-many-places': { status: 422, title: 'More places than the space has', detail: 'Ask for fewer places.' },
  'too-short': { status: 422, title: 'Too short', detail: 'Book at least the shortest duration of the space.' },
  'too-long': { status: 422, title: 'Too long', detail: 'Book at most the longest duration of the space.' },
  past: { status: 422, title: 'That time has passed', detail: 'Choose a time to come.' },
  'too-late': { status: 422, title: 'Too late for that time', detail: 'Choose a later start: the space needs notice.' },
  'beyond-horizon': { status: 422, title: 'Too far ahead', detail: 'Choose a date up to lastDate.' },
  'outside-opening': {
    status: 422,
    title: 'The space is not lent then',
    detail: 'Choose a time inside one of the open ranges.',
  },
  'holder-busy': {
    status: 409,
    title: 'You already have a booking at that time',
    detail: 'Cancel it first, or choose another time.',
  },
  taken: { status: 409, title: 'Somebody else has just taken that time', detail: 'Choose one of the alternatives.' },
  cancelled: { status: 409, title: 'The booking is cancelled', detail: 'Book again instead of moving it.' },
  'already-started': { status: 409, title: 'The booking has already started', detail: 'Nothing needs to be done.' },
  'rule-malformed': {
    status: 422,
    title: 'The rule is not well written',
    detail: 'Correct the part that is named, after RFC 5545, 3.3.10.',
  },
  'rule-unsupported': {
    status: 422,
    title: 'That part of a rule is not understood here',
    detail: 'Repeat by days, weeks or months, with INTERVAL, BYDAY, BYMONTHDAY, BYSETPOS, COUNT or UNTIL (a date).',
  },
  'no-date': { status: 422, title: 'The rule gives no date', detail: 'Choose a later end, or fewer exceptions.' },
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
  'not-found': { status: 404, title: 'Not found', detail: 'Check the address.' },
  'name-missing': {
    status: 422,
    title: 'We need a name for the booking',
    detail: 'Give your name with PATCH /me, then try again.',
  },
  'signed-out': { status: 401, title: 'Sign in first', detail: 'Ask for a code with POST /auth/codes.' },
  'wrong-code': {
    status: 422,
    title: 'That is not the code',
    detail: 'Read the code in the newest message; after five wrong tries, ask for another.',
  },
  'code-expired': { status: 422, title: 'That code is no longer valid', detail: 'Ask for another code.' },
  'too-many-codes': {
    status: 429,
    title: 'Too many codes were asked for',
    detail: 'Wait for the time in Retry-After, then ask again.',
  },
  'key-missing': {
    status: 400,
    title: 'An Idempotency-Key is needed',
    detail: 'Send a header Idempotency-Key of 16 to 64 letters, digits or hyphens, new for each creation.',
  },
  'key-reused': {
    status: 422,
    title: 'That Idempotency-Key was used for another request',
    detail: 'Use a new key for a new request.',
  },
  invalid: { status: 422, title: 'Some values are not valid', detail: 'Correct what errors lists, then try again.' },
  malformed: { status: 400, title: 'The body is not JSON', detail: 'Send a JSON object.' },
  'unsupported-media-type': {
    status: 415,
    title: 'The body must be JSON',
    detail: 'Send content-type: application/json.',
  },
  'too-large': { status: 413, title: 'The body is too large', detail: 'Send at most 64 KB.' },
  'foreign-origin': {
    status: 403,
    title: 'This request came from another site',
    detail: 'Start again from our own pages.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'That method is not for this address',
    detail: 'Use one of the methods in Allow.',
  },
  busy: {
    status: 503,
    title: 'The service is busy',
    detail: 'Repeat the same request after the time in Retry-After; it is safe.',
  },
  fault: {
    status: 500,
    title: 'Something went wrong on our side',
    detail: 'Repeat the same request; it is safe. If it lasts, call the office.',
  },
} as const satisfies Record<RefusalKind, Problem>

export const Alternative = FreeRangeView.extend({ space: z.string(), date: z.string() })

/** Facts of a refusal are members of the body, beside the standard ones. */
export const ProblemView = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(problemFor) as [RefusalKind, ...RefusalKind[]]),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  alternatives: z.array(Alternative).optional(),
})

export type ProblemView = z.infer<typeof ProblemView>
export type Alternative = z.infer<typeof Alternative>
