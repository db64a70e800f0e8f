import type { Problem } from './problem-type.ts'

export const siteProblems = {
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
  'call-changed': {
    status: 409,
    title: 'There is something newer to tell',
    detail: 'Read the calls of the site again: what was told is no longer all.',
  },
  'other-key-out': {
    status: 409,
    title: 'The key of another space is out for that booking',
    detail: 'Note first that it is back: the booking was moved since.',
  },
  'key-not-needed': {
    status: 409,
    title: 'There is no key to hand out for it',
    detail: 'Hand out keys for confirmed bookings of spaces that a key opens, until they end.',
  },
  'no-workshops': {
    status: 422,
    title: 'This space is not lent for workshops',
    detail: 'Choose a space that is lent for workshops.',
  },
  changed: {
    status: 409,
    title: 'Somebody else has changed it since you read it',
    detail: 'Read it again, then send your change again.',
  },
  'touches-bookings': {
    status: 409,
    title: 'Some bookings no longer fit',
    detail: 'See bookings; say in touched what becomes of them, with their mark in seen.',
  },
  'month-not-over': {
    status: 422,
    title: 'That month is not over',
    detail: 'Ask for a month that has ended at the place.',
  },
  'owner-disagrees': {
    status: 409,
    title: 'The owner of the premises does not agree to lend it any longer',
    detail: 'Lend it until the last date that they agree to, see until; the owner may agree again.',
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
  unstaffed: {
    status: 422,
    title: 'No agent is there to open during some of these hours',
    detail: 'See hours: lend while the counter is open, or choose another access.',
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
} as const satisfies Record<string, Problem>
