import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/answers.ts'

export const answers = {
  requested: 'Request sent',
  requestedLead: (until: string) =>
    `You will have an answer before ${until}: the post office answers while it is open. Until then, we keep the place for you.`,
  withdraw: 'Withdraw my request',
  offered: 'A place is free for you.',
  offeredLead: (place: string, until: string) =>
    `It is on ${place}. We keep it for you until ${until}; after that, it goes to the next person.`,
  awayFrom: (distance: string) => `, ${distance} (as the crow flies) from where you had planned`,
  accept: 'Accept this place',
  decline: 'No, thank you',
  working: 'One moment…',
  arrive: 'I have arrived',
  arriveWhen: (day: string, hours: string) => `When you arrive, say so here: on ${day}, ${hours}.`,
  releases: 'Otherwise, the place is given up.',
  attended: 'You have arrived.',
  attendedLead: 'Got it. Have a good time!',
  noShow: 'The place was given up.',
  noShowLead: 'Nobody told us that you had arrived. You were there? Tell the staff at the counter.',
  excused: 'Your absence is excused.',
  excusedLead: 'It does not count. See you another time!',
  note: 'A word from the post office:',
  instead: 'See the other place that we are keeping for you',
  cancelled: 'This booking is cancelled.',
  because: {
    holder: 'The place is given up. There is nothing else for you to do.',
    staff: 'The post office had to cancel this booking. We are sorry.',
    closure: 'The post office will be closed at that time. We are sorry.',
    'hours-changed': 'The opening hours have changed. We are sorry.',
    'lending-changed': 'This space can no longer be booked that way. We are sorry.',
    'workshop-cancelled': 'The workshop will not take place. We are sorry.',
    'appointment-cancelled': 'The appointments of that day will not take place. We are sorry.',
    'handed-over': 'Somebody else leads this workshop.',
    'workshop-moved': 'The workshop is at another time, and you have another booking then.',
    'not-approved': 'The post office did not accept your request.',
    declined: 'You left this place to somebody else.',
    lapsed: 'The answer did not come in time. The place is no longer kept.',
  },
} satisfies Translation<typeof fr.answers>
