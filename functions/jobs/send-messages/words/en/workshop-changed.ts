import { dateWords, minuteWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/workshop-changed.ts'

type Words = typeof fr.workshopChanged

const NAMES = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const WORKSHOP: Words['workshop'] = {
  news: 'News of your workshop',
  changes: (title) => `The workshop “${title}” changes.`,
  called: (title) => `It is now called “${title}”.`,
  led: (names) => `It is now led by ${NAMES.format(names)}.`,
  same: (when, site) => `The time and the place stay the same: ${when}, ${site}.`,
  see: 'See the workshop',
}

const APPOINTMENTS: Words['appointments'] = {
  news: 'News of your appointments',
  changes: (title) => `The appointments “${title}” change.`,
  called: (title) => `They are now called “${title}”.`,
  led: (names) => `They are now with ${NAMES.format(names)}.`,
  same: (when, site) => `The times and the place stay the same: ${when}, ${site}.`,
  see: 'See the appointments',
}

const WORKSHOPS: Words['workshops'] = {
  news: (date, site) => `News of your workshops, from ${dateWords(date)} on: ${site}`,
  change: (title, date) => `The workshops “${title}” change, from ${dateWords(date)} on.`,
  called: (title) => `They are now called “${title}”.`,
  led: (names) => `They are now led by ${NAMES.format(names)}.`,
}

const PERMANENCES: Words['permanences'] = {
  news: (date, site) => `News of your appointments, from ${dateWords(date)} on: ${site}`,
  change: (title, date) => `The appointments “${title}” change, from ${dateWords(date)} on.`,
  called: APPOINTMENTS.called,
  led: APPOINTMENTS.led,
}

export const workshopChanged: Words = {
  workshop: WORKSHOP,
  appointments: APPOINTMENTS,
  workshops: WORKSHOPS,
  permanences: PERMANENCES,
  when: (date, from, to) => `${dateWords(date)}, from ${minuteWords(from)} to ${minuteWords(to)}`,
  appointment: (when, where) => `Your appointment: ${when}. ${where}.`,
  before: (when) => `Before: ${when}.`,
  otherRoom: 'It is in another room, at the same time.',
  now: (when, where) => `Now: ${when}. ${where}.`,
  offered: (moment) => `A seat is offered to you there. Answer before ${moment}.`,
  answer: 'Answer',
  kept: 'Your seat is kept for you.',
  seeSeat: 'See my booking',
  giveBack: 'Give my seat back, if I can no longer come',
  keepsRank: 'You keep your place on the waiting list.',
  hoursNow: (from, to) => `They are now from ${minuteWords(from)} to ${minuteWords(to)}.`,
  roomNow: (space) => `They are now in this room: ${space}.`,
  eachDate: 'See each date',
  eachDateAndSeat: 'See my dates or give a seat back',
}
