import { MONTMIRAIL } from './shortcuts.ts'
import { type State, shown } from './state.ts'

/** What differs in English: the lengths of words, and the link to French. */
export const ENGLISH_STATES: readonly State[] = [
  { name: 'site in English', open: shown(`/en/lieu/${MONTMIRAIL}`, /Montmirail/) },
  { name: 'site in English, at home', open: shown('/en/', /space is yours/) },
  { name: 'site in English, among others', open: shown('/en/lieux?q=rennes', /near Rennes/) },
  {
    name: 'site in English, its times',
    open: shown(`/en/reserver?site=${MONTMIRAIL}`, /When would you like/),
  },
  { name: 'site in English, workshops', open: shown('/en/ateliers', /Learn digital skills/) },
  { name: 'site in English, privacy', open: shown('/en/confidentialite', /What we keep/) },
  { name: 'site in English, ideas', open: shown(`/en/proposer?lieu=${MONTMIRAIL}`, /What would you do/) },
  { name: 'site in English, signing in', open: shown('/en/connexion', /Find my bookings/) },
  {
    name: 'booking in English',
    as: 'member',
    open: shown(({ booking }) => `/en/reservation?id=${booking}`, /It’s booked/),
  },
  {
    name: 'booking in English, among others',
    as: 'member',
    open: shown('/en/mes-reservations', /My bookings/),
  },
  {
    name: 'booking in English, to be moved',
    as: 'member',
    open: shown(({ booking }) => `/en/deplacer?id=${booking}`, /Change the day or time/),
  },
  {
    name: 'booking in English, of a series',
    as: 'member',
    open: shown(({ series }) => `/en/serie?id=${series}`, /^(?:\d+ dates|One date) booked/),
  },
]
