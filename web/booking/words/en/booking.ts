import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/booking.ts'

export const slip = {
  booked: 'It’s booked.',
  moved: 'It’s moved.',
  movedLead: 'If it is in your calendar, change it there too.',
  begun: 'Your booking',
  begunLead: 'It has started, or it is over.',
  what: { desk: 'One place', room: 'The whole room' },
  who: (holder: string, { places, guest }) => {
    if (!guest) return holder
    return places > 1 ? `${holder} and ${guest}` : `${guest}, by ${holder}`
  },
  party: ({ places, guest }) => {
    if (places > 1) return guest ? `with ${guest}` : `${places}\u00A0seats`
    return guest ? `for ${guest}` : ''
  },
  bring: 'What to bring',
  places: (places: number) => `${places} places`,
  workshop: 'Workshop',
  appointment: 'An appointment',
  about: 'What for',
  day: 'Day',
  hours: 'Time',
  holder: 'For',
  space: 'Space',
  howIn: 'Getting in',
  price: 'Price',
  reference: 'Reference',
  phone: 'Post office phone',
  calendar: 'Add to my calendar',
  print: 'Print',
  cancel: 'Cancel this booking',
  leave: 'Give up my seat',
  leaveAppointment: 'Cancel this appointment',
  move: 'Change the day or time',
  repeat: 'Repeat every week',
  series: 'See the whole series',
  seeWorkshop: 'See the workshop again',
  seeHours: 'See the other times',
  next: 'No need to print anything: your name or the reference is enough.',
  hindered: 'Can’t come after all? Move or cancel until the start: somebody else can use the place.',
  hinderedSeat: 'Can’t come after all? Give up your seat until the start: it will go to somebody else.',
  hinderedAppointment: 'Can’t come after all? Cancel until the start: somebody else can have the time.',
  hinderedBefore: (moment: string) =>
    `Can’t come after all? Cancel before ${moment}: after that, it counts as not turning up.`,
  nextTitle: 'What happens next',
  postmark: 'Restante',
  stamps: { cancelled: 'Cancelled', 'no-show': 'Given up', requested: 'Request', offered: 'To accept' },
} satisfies Translation<typeof fr.slip>

export const mine = {
  page: 'My bookings',
  title: 'My bookings',
  sessions: 'See where I am signed in',
  upcoming: 'Coming up',
  past: 'Past or cancelled',
  noneUpcoming: 'Nothing planned.',
  search: 'Find a place',
  rhythms: {
    week: (weekday) => `Every ${weekday}`,
    fortnight: (weekday) => `Every other ${weekday}`,
    dates: (_, count) => `${count} dates`,
  },
  nextDate: (day) => `Next: ${day}`,
  allDates: (count) => `All ${count} dates`,
  cancelled: 'cancelled',
  past1: 'past or started',
  requested: (until: string) => `request sent, answer before ${until}`,
  offered: (until: string) => `to accept before ${until}`,
  attended: 'you arrived',
  noShow: 'place given up',
  excused: 'absence excused',
  proposals: 'My ideas for post offices',
  associations: 'My associations',
  forAssociation: (name: string) => `For ${name}`,
  myData: 'See, download or erase my data',
  signOut: 'Sign out',
  signedInAs: 'Your address: ',
} satisfies Translation<typeof fr.mine>

export const cancelling = {
  page: 'Cancel',
  title: 'Cancel this booking?',
  lead: 'The place will be given up at once, and somebody else can take it.',
  before: (moment: string) => `After ${moment}, it counts as not turning up.`,
  yes: 'Yes, cancel it',
  no: 'No, I keep my place',
  done: 'It’s cancelled.',
  doneLead: 'The place is given up: somebody else can use it. Thank you for telling us.',
  working: 'Cancelling…',
} satisfies Translation<typeof fr.cancelling>
