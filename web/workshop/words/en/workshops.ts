import type { Translation } from '../../../../shared/domain/language.ts'
import { ordinal } from '../../../kit/words/ordinal.ts'
import type * as fr from '../fr/workshops.ts'

const asked = (count: number): string => (count > 1 ? `${count} requests waiting` : '1 request waiting')

export const workshops = {
  page: 'Digital workshops',
  title: 'Learn digital skills',
  lead: 'A workshop in a small group, or an appointment one to one, with somebody to help you: computers, phones, official paperwork online. It is free, and in French.',
  submit: 'See the workshops',
  departementHint: 'Or the number of your département, such as 35.',
  searching: 'Looking for workshops',
  count: ({ workshops: count, appointments, isAll }) => {
    if (count === 0) return isAll ? 'Appointments' : 'The next appointments'
    const and = appointments > 0 ? ' and appointments' : ''
    return isAll ? `${count} ${count > 1 ? 'workshops' : 'workshop'}${and}` : `The next workshops${and}`
  },
  forWords: (words: string) => ` near “${words}”`,
  inDepartement: (departement: string) => ` in département ${departement}`,
  around: ' near you',
  here: ' at this post office',
  none: 'No workshop planned',
  noneHint:
    'Try another town or village, or your département. You can also call 3631, or ask at the post office counter.',
  unknownSite: (words: string) => `We cannot find “${words}”`,
  more: 'Show more workshops',
  newSearch: 'Search elsewhere',
  listTitle: 'Workshops, soonest first',
  levels: { beginner: 'For beginners', intermediate: 'To carry on', advanced: 'To go further' },
  seatsLeft: (seats: number) => `${seats}\u00A0${seats > 1 ? 'seats' : 'seat'} left`,
  appointmentsLeft: (count: number) => `${count}\u00A0${count > 1 ? 'appointments' : 'appointment'} left`,
  appointmentsOf: (length: string) => `Appointments of ${length}, one to one`,
  full: (waiting: number) => (waiting > 0 ? `Full: ${asked(waiting)}` : 'Full: nobody is waiting yet'),
} satisfies Translation<typeof fr.workshops>

export const workshop = {
  page: 'Digital workshop',
  space: 'Space',
  howIn: 'Getting in',
  mediator: 'With',
  theme: 'Theme',
  bring: 'What to bring',
  languages: 'Also spoken',
  phone: 'Phone',
  ofSeats: (seats: number) => ` out of ${seats}.`,
  signUp: 'Sign up',
  waitInstead: 'Join the waiting list',
  waitLead: 'As soon as a seat becomes free, we keep it for the first person on the list, and write to them.',
  orCall: (phone: string) =>
    `You can also sign up by calling ${phone}, or at the counter: it comes to the same thing.`,
  seeSlip: 'See my seat',
  leave: 'Give up my seat',
  waiting: (rank: number) => `You are ${ordinal(rank)} on the waiting list.`,
  waitingLead:
    'We will write to you as soon as a seat becomes free for you. We keep it for a few hours: time for you to answer.',
  stopWaiting: 'Stop waiting',
  stopping: 'One moment…',
  offeredUntil: (moment: string) => `Until ${moment}. After that, it goes to the next person.`,
  answer: 'Answer',
  cancelled: 'This workshop is cancelled.',
  begun: 'This workshop has started, or it is over.',
  others: 'See the workshops and appointments here',
  absent: 'We cannot find this workshop or appointment.',
} satisfies Translation<typeof fr.workshop>

export const permanence = {
  choose: 'Choose a time',
  lead: (length: string, name: string) => `You will have ${length} with ${name}.`,
  dropIn: (hours: string) => `You can also come without an appointment, ${hours}: everybody in turn.`,
  orCall: (phone: string) => `You can also call ${phone}, or ask at the counter: it comes to the same thing.`,
  anyHour: 'It may be at another time of the same day.',
  seated: (hours: string) => `Your appointment is ${hours}.`,
  leave: 'Cancel my appointment',
  offered: (hours: string) => `An appointment is being kept for you, ${hours}.`,
  cancelled: 'These appointments are cancelled.',
  begun: 'There are no more appointments to take that day.',
  take: 'Take this appointment',
  justTaken: 'That time has just been taken',
  justTakenLead: 'Choose another one, or wait until one becomes free.',
  otherHour: 'Choose another time',
} satisfies Translation<typeof fr.permanence>

export const signUp = {
  page: 'Sign up for a workshop',
  title: 'In what name?',
  titleCode: 'The code from our email',
  working: 'Signing you up…',
  changeAddress: 'Use another address',
  justFull: 'The workshop has just filled up',
  justFullLead: (rank: number) =>
    `The last seat has just been taken. You would be ${ordinal(rank)} on the waiting list.`,
  back: 'See the workshop again',
} satisfies Translation<typeof fr.signUp>
