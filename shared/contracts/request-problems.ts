import type { Problem } from './problem-type.ts'

export const requestProblems = {
  'signed-out': { status: 401, title: 'Sign in first', detail: 'Ask for a code with POST /auth/codes.' },
  'wrong-code': {
    status: 422,
    title: 'That is not the code',
    detail: 'Read the code in the newest message; after five wrong tries, ask for another.',
  },
  'code-expired': { status: 422, title: 'That code is no longer valid', detail: 'Ask for another code.' },
  'workshops-ahead': {
    status: 409,
    title: 'You still lead workshops that are to come',
    detail: 'Cancel them or have somebody else lead them, then try again.',
  },
  'link-unknown': {
    status: 422,
    title: 'That link leads to nobody any longer',
    detail: 'Use the link of the newest message, or sign in.',
  },
  'too-many-codes': {
    status: 429,
    title: 'Too many codes were asked for',
    detail: 'Wait for the time in Retry-After, then ask again.',
  },
  'too-many-messages': {
    status: 429,
    title: 'Too many messages were sent',
    detail: 'Wait for the time in Retry-After, then send the next one.',
  },
  'issuer-unavailable': {
    status: 503,
    title: 'Where staff signs in does not answer',
    detail: 'Begin again at GET /auth/oidc, in some minutes.',
  },
  'staff-sign-in-refused': {
    status: 403,
    title: 'That is no sign-in of the issuer that is trusted here',
    detail: 'Begin again at GET /auth/oidc.',
  },
  'staff-sign-in-expired': {
    status: 422,
    title: 'That way to sign in was used before, or is too old',
    detail: 'Begin again at GET /auth/oidc, in the same browser.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too many requests came from your connection',
    detail: 'Wait for the time in Retry-After, then go on.',
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
  invalid: {
    status: 422,
    title: 'Some values are not valid',
    detail: 'Correct what errors lists, then try again.',
  },
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
  'not-found': { status: 404, title: 'Not found', detail: 'Check the address.' },
  'name-missing': {
    status: 422,
    title: 'We need a name for the booking',
    detail: 'Give your name with PATCH /me, then try again.',
  },
} as const satisfies Record<string, Problem>
