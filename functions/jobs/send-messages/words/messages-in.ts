import { type Language, languageOf, type Reader } from '../../../../shared/domain/language.ts'
import * as enBookings from './en/booking-messages.ts'
import * as enCycles from './en/cycle-message.ts'
import * as enInvitations from './en/invitation-message.ts'
import * as enMemberships from './en/membership-message.ts'
import * as en from './en/messages.ts'
import * as enProposals from './en/proposal-message.ts'
import * as enSeries from './en/series-changed-message.ts'
import * as enWorkshops from './en/workshop-changed-message.ts'
import * as frBookings from './fr/booking-messages.ts'
import * as frCycles from './fr/cycle-message.ts'
import * as frInvitations from './fr/invitation-message.ts'
import * as frMemberships from './fr/membership-message.ts'
import * as fr from './fr/messages.ts'
import * as frProposals from './fr/proposal-message.ts'
import * as frSeries from './fr/series-changed-message.ts'
import * as frWorkshops from './fr/workshop-changed-message.ts'

const FRENCH = {
  ...{ ...fr, ...frBookings, ...frInvitations, ...frProposals, ...frWorkshops, ...frSeries },
  ...{ ...frMemberships, ...frCycles },
}

const MESSAGES: Readonly<Record<Language, typeof FRENCH>> = {
  fr: FRENCH,
  en: {
    ...en,
    ...enBookings,
    ...enInvitations,
    ...enProposals,
    ...enWorkshops,
    ...enSeries,
    ...enMemberships,
    ...enCycles,
  },
}

/** The messages in somebody's language, and where the pages in it begin. */
export const messagesIn = (reader: Reader, origin: string) => {
  const language = languageOf(reader)
  return { ...MESSAGES[language], pages: language === 'en' ? `${origin}/en` : origin }
}
