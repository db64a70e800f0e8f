import type { Site } from '../../../../shared/domain/site.ts'
import type { WaitlistEntry } from '../../../../shared/domain/waitlist.ts'
import type { Workshop } from '../../../../shared/domain/workshop.ts'
import type { Mail, Recipient } from '../mail.ts'
import { addressed, type MailWords } from '../words-in.ts'
import { addressLines, minutesOf, whenIn } from './times.ts'

/** `rank` counts from 1; `isJoined`: since now. */
type Waiting = {
  readonly wait: WaitlistEntry
  readonly site: Site
  readonly workshop: Workshop | undefined
  readonly rank: number
  readonly isJoined: boolean
  readonly association?: string | undefined
}

const factsOf = (
  { wait, site, workshop, association }: Waiting,
  { bookings, common, waiting }: MailWords,
): string[] => {
  const { facts } = bookings
  const named = workshop?.appointments ? facts.appointment : facts.workshop
  return [
    ...(association === undefined ? [] : [facts.association(association)]),
    ...(workshop
      ? [named(workshop.title), facts.when(whenIn(common, workshop))]
      : [facts.when(waiting.window(wait.date, ...minutesOf(wait)))]),
    ...addressLines(site),
    ...(wait.sites.length > 1 ? [waiting.orNear] : []),
  ]
}

/** To somebody who waits from now on, or who is first in line from now on. */
export const waitingMail = (reader: Recipient, about: Waiting, origin: string): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const { wait, site, workshop, rank, isJoined } = about
  const { waiting, common } = words
  const { title, says } = isJoined ? waiting.joined : waiting.first
  const page = wait.workshop ? `atelier?id=${wait.workshop}` : `attente?id=${wait.id}`
  return {
    ...envelope,
    subject: common.subject(title, (workshop ?? wait).date, site.name),
    says: [says, waiting.turn(rank), factsOf(about, words), waiting.offered],
    action: { words: waiting.action, address: `${pages}/${page}` },
  }
}
