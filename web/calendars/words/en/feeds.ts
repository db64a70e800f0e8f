import type { FeedView } from '../../../../shared/contracts/feed-views.ts'
import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/feeds.ts'

export const feeds = {
  page: 'My calendars',
  title: 'My calendars',
  signInLead: 'To see your bookings in your calendar, sign in.',
  lead: 'Your bookings show up in the calendar of your phone or computer, and stay up to date there.',
  what: 'What would you like to see there?',
  own: 'My bookings',
  led: 'The workshops I lead',
  association: (name: string) => `The bookings of ${name}`,
  site: (name: string) => `The whole place: ${name}`,
  space: (name: string) => `${name}`,
  occupied: 'It shows the times that are taken, never names.',
  name: 'Its name in your calendar',
  nameMissing: 'Give it a name.',
  add: 'Add to my calendar',
  working: 'Getting it ready…',
  ready: 'It’s ready. Choose your calendar.',
  secret: 'Keep this address to yourself: anyone who has it sees this calendar. It will not be shown again.',
  device: 'Apple phone or computer, or Outlook installed on your computer',
  deviceSteps: 'Press the button, then “Subscribe”.',
  open: 'Open my calendar',
  google: 'Google, Android phone',
  googleSteps: 'On a computer, press the button, then “Add”. On the phone, it arrives within a few hours.',
  openGoogle: 'Open Google Calendar',
  outlook: 'Outlook on the web',
  outlookSteps: 'Press the button, then “Import”.',
  openOutlook: 'Open Outlook.com',
  other: 'Another calendar',
  otherSteps: 'Copy this address, then paste it in your calendar: “Add from an address”.',
  address: 'Address',
  another: 'Link one more calendar',
  yours: 'Your linked calendars',
  none: 'No calendar is linked.',
  of: ({ subject, about }: FeedView): string => {
    if (subject.kind === 'own') return 'My bookings'
    if (subject.kind === 'led') return 'The workshops I lead'
    return about ?? ''
  },
  used: (day: string) => `Read on ${day}`,
  unused: 'Not read yet',
  added: (day: string) => `added on ${day}`,
  remove: 'Remove',
  removeThat: (name: string, day: string) => `${name}, which was added on ${day}`,
  removed: 'It’s removed.',
  removedLead: 'It will no longer update. Delete it in your calendar too.',
  back: 'My bookings',
} satisfies Translation<typeof fr.feeds>

export const feedRefusals = {
  'too-many-feeds': {
    title: 'You have already linked twenty calendars',
    says: () => 'Remove one that you no longer use.',
    remedy: 'correct',
  },
} as const satisfies Translation<typeof fr.feedRefusals>
