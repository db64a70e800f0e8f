import { type Language, languageOf, type Reader } from '../../../shared/domain/language.ts'
import type { Recipient } from './mail.ts'
import { bookings as enBookings } from './words/en/bookings.ts'
import { cancelled as enCancelled } from './words/en/cancelled.ts'
import { common as enCommon, frame as enFrame } from './words/en/common.ts'
import { cycle as enCycle } from './words/en/cycle.ts'
import { invitation as enInvitation } from './words/en/invitation.ts'
import { membership as enMembership } from './words/en/membership.ts'
import { code as enCode, proposal as enProposal, waitEnded as enWaitEnded } from './words/en/others.ts'
import { series as enSeries } from './words/en/series.ts'
import { waiting as enWaiting } from './words/en/waiting.ts'
import { workshopChanged as enWorkshopChanged } from './words/en/workshop-changed.ts'
import { bookings } from './words/fr/bookings.ts'
import { cancelled } from './words/fr/cancelled.ts'
import { common, frame } from './words/fr/common.ts'
import { cycle } from './words/fr/cycle.ts'
import { invitation } from './words/fr/invitation.ts'
import { membership } from './words/fr/membership.ts'
import { code, proposal, waitEnded } from './words/fr/others.ts'
import { series } from './words/fr/series.ts'
import { waiting } from './words/fr/waiting.ts'
import { workshopChanged } from './words/fr/workshop-changed.ts'

const FRENCH = {
  ...{ frame, common, bookings, cancelled, series, invitation, membership },
  ...{ cycle, code, proposal, waitEnded, waiting, workshopChanged },
}

const ENGLISH: typeof FRENCH = {
  frame: enFrame,
  common: enCommon,
  bookings: enBookings,
  cancelled: enCancelled,
  series: enSeries,
  invitation: enInvitation,
  membership: enMembership,
  cycle: enCycle,
  code: enCode,
  proposal: enProposal,
  waitEnded: enWaitEnded,
  waiting: enWaiting,
  workshopChanged: enWorkshopChanged,
}

export type MailWords = typeof FRENCH

const WORDS: Readonly<Record<Language, MailWords>> = { fr: FRENCH, en: ENGLISH }

/** The sentences of mails in somebody's language. */
export const wordsIn = (reader: Reader): MailWords => WORDS[languageOf(reader)]

/** Where the pages in somebody's language begin. */
const pagesIn = (reader: Reader, origin: string): string =>
  languageOf(reader) === 'en' ? `${origin}/en` : origin

/** What each mail needs to know of its reader. */
export const addressed = (reader: Recipient, origin: string) => ({
  envelope: { to: reader.email, language: languageOf(reader) },
  words: wordsIn(reader),
  pages: pagesIn(reader, origin),
})
