import { dateWords, minuteWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/bookings.ts'

type Words = typeof fr.bookings

const NAMES = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const WHY: Words['why'] = {
  closure: 'the post office will be closed',
  'hours-changed': 'the opening hours have changed',
  'lending-changed': 'the space can no longer be booked that way',
  'workshop-cancelled': 'the workshop will not take place',
  'handed-over': 'somebody else leads this workshop',
  'workshop-moved': 'the workshop is at another time, and you have another booking then',
}

const facts: Words['facts'] = {
  association: (name) => `For the association ${name}`,
  workshop: (title) => `Workshop: ${title}`,
  appointment: (title) => `Appointment: ${title}`,
  when: (when) => when,
  phone: (phone) => `Phone: ${phone}`,
  reference: (reference) => `Reference: ${reference}`,
}

const counter: Words['counter'] = {
  open: (until, away) =>
    `Do you need a post office? At that time, the nearest counter is open until ${minuteWords(until)}${away}:`,
  opens: (date, at, away) =>
    `Do you need a post office? The nearest counter opens on ${dateWords(date)} at ${minuteWords(at)}${away}:`,
}

const SEE = 'See or cancel my booking'

export const bookings: Words = {
  facts,
  counter,
  why: WHY,
  whyOfAppointments: 'the appointments of that day will not take place',
  note: (note) => `A word from the post office: ${note}`,
  near: ', less than 1 km away',
  away: (km) => `, ${km} km away as the crow flies`,
  claim: (opens, closes) =>
    `When you arrive, between ${opens} and ${closes}, say so on the page of the booking or at the counter: otherwise, the place is given up.`,
  offered: {
    title: 'A place is free for you',
    says: 'The place that you were waiting for is free. It is being kept for you.',
    answer: (moment) => `Answer before ${moment}. After that, it goes to the next person.`,
    action: 'Answer',
  },
  replaced: {
    title: 'Your booking has changed',
    cancelled: (when) => `Your place on ${when}, is cancelled.`,
    cancelledBecause: (when, why) => `Your place on ${when}, is cancelled: ${why}.`,
    kept: (away) => `We are keeping another one for you${away}, below: tell us whether it suits you.`,
  },
  accepted: {
    title: 'It’s accepted',
    says: 'The post office has accepted your request: it’s booked.',
    action: SEE,
  },
  confirmed: { title: 'It’s booked', says: 'Your booking is confirmed.', action: SEE },
  leading: {
    title: 'You are leading',
    says: (names) =>
      names.length > 1 ? `Several of you will lead: ${NAMES.format(names)}.` : 'You lead it by yourself.',
    action: 'See my booking',
  },
  noLongerWaiting: 'You are no longer on the waiting list: you have your place.',
  movedByStaff: {
    title: 'Your booking has been moved',
    says: 'The post office has moved your booking.',
    before: (when) => `It was: ${when}.`,
    beforeIn: (when, space) => `It was: ${when} (${space}).`,
    awaited: (moment, counts) =>
      `The post office still has to accept it, before ${moment}. ${counts} Until then, the place is kept for you.`,
    now: 'Here is when and where it is now:',
    action: 'See, move or cancel it',
  },
  requested: {
    title: 'Request sent',
    says: 'Your request has been sent to the post office. Until they answer, the place is kept for you.',
    answer: (moment, counts) => `You will have the answer before ${moment}. ${counts}`,
    action: 'See or withdraw my request',
  },
  moved: {
    title: 'It’s moved',
    says: 'Your booking is moved. Here is when and where it is now.',
    action: SEE,
  },
  seatReturned: {
    title: 'One seat given back',
    says: 'One of your two seats is given back: somebody else will use it. The other one is kept for you:',
    action: 'See or give back my seat',
  },
  reminder: {
    title: 'Reminder',
    says: {
      'reminder-two-days': 'You have a booking soon. Here is when and where.',
      'reminder-morning': 'You have a booking today. Here is when and where.',
    },
    cancel: 'You are not coming? Cancel it: somebody else will use the place.',
    action: SEE,
    stop: 'Stop reminders, or change the language',
  },
  noShow: {
    title: 'Place given up',
    says: 'Nobody told us that you had arrived: the place was given up.',
    mended: 'You were there? Tell the staff at the counter: they can put it right.',
    action: 'See the booking',
  },
}
