import type { Booking } from '../../../../shared/domain/booking.ts'
import { isHeld } from '../../../../shared/domain/booking-state.ts'
import { mediatorsOf, namesOfMediators } from '../../../../shared/domain/mediators.ts'
import type { Site } from '../../../../shared/domain/site.ts'
import type { Workshop } from '../../../../shared/domain/workshop.ts'
import { isAtAnotherTime, isMoved } from '../../../../shared/domain/workshop-edit.ts'
import type { Mail, MailBlock, MailLink, Recipient } from '../mail.ts'
import { addressed, type MailWords } from '../words-in.ts'
import { minutesOf, momentIn } from './times.ts'

/** What somebody has to do with a workshop. */
export type WorkshopPart =
  | { readonly kind: 'comes'; readonly seat: Booking }
  | { readonly kind: 'waits' | 'leads' }

type ChangedWorkshop = {
  readonly workshop: Workshop
  readonly before: Workshop
  readonly site: Site
  /** Its name. */
  readonly space: string | undefined
  readonly part: WorkshopPart
}

type Words = MailWords['workshopChanged']

const newsOf = (
  { workshop, before }: ChangedWorkshop,
  { called, led }: Pick<Words['workshop'], 'called' | 'led'>,
): string[] => [
  ...(workshop.title === before.title ? [] : [called(workshop.title)]),
  ...(namesOfMediators(workshop) === namesOfMediators(before)
    ? []
    : [led(mediatorsOf(workshop).map(({ name }) => name))]),
]

const whenOf = (
  { workshop, before, site, space, part }: ChangedWorkshop,
  words: Words,
  { same }: Words['workshop'],
): string[] => {
  const at = (time: Pick<Workshop, 'date' | 'start' | 'end'>) => words.when(time.date, ...minutesOf(time))
  const where = [...(space ? [space] : []), site.name].join(', ')
  if (!isMoved(before, workshop)) return [same(at(part.kind === 'comes' ? part.seat : workshop), site.name)]
  if (workshop.appointments && part.kind === 'comes') return [words.appointment(at(part.seat), where)]
  return [
    isAtAnotherTime(before, workshop) ? words.before(at(before)) : words.otherRoom,
    words.now(at(workshop), where),
  ]
}

type Part = Pick<Mail, 'action'> & { readonly says?: MailBlock[]; readonly notes?: MailLink[] }

/** What the reader can do now. */
const partOf = (
  { workshop, before, site, part }: ChangedWorkshop,
  { workshopChanged: words, common }: MailWords,
  pages: string,
): Part => {
  const { see } = workshop.appointments ? words.appointments : words.workshop
  const action = { words: see, address: `${pages}/atelier?id=${workshop.id}` }
  if (part.kind !== 'comes')
    return { action, says: isMoved(before, workshop) && part.kind === 'waits' ? [words.keepsRank] : [] }
  const address = `${pages}/reservation?id=${part.seat.id}`
  if (isHeld(part.seat))
    return {
      says: [words.offered(momentIn(common, part.seat.until, site))],
      action: { words: words.answer, address },
    }
  if (!isMoved(before, workshop)) return { action }
  const giveBack = { words: words.giveBack, address: `${pages}/annuler?id=${part.seat.id}` }
  return { says: [words.kept], action: { words: words.seeSeat, address }, notes: [giveBack] }
}

export const workshopChangedMail = (reader: Recipient, changed: ChangedWorkshop, origin: string): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const { workshop, before, site } = changed
  const named = words.workshopChanged[workshop.appointments ? 'appointments' : 'workshop']
  const { says = [], ...part } = partOf(changed, words, pages)
  return {
    ...envelope,
    subject: words.common.subject(named.news, workshop.date, site.name),
    says: [
      named.changes(before.title),
      ...newsOf(changed, named),
      ...whenOf(changed, words.workshopChanged, named),
      ...says,
    ],
    ...part,
  }
}

const cyclePlaceOf = ({ workshop, before, space }: ChangedWorkshop, words: Words): string[] => [
  ...(before.start === workshop.start && before.end === workshop.end
    ? []
    : [words.hoursNow(...minutesOf(workshop))]),
  ...(before.space === workshop.space || !space ? [] : [words.roomNow(space)]),
]

/** One mail for a whole cycle: which dates have changed is on the page. */
export const cycleChangedMail = (reader: Recipient, changed: ChangedWorkshop, origin: string): Mail => {
  const { envelope, words, pages } = addressed(reader, origin)
  const { workshop, before, site, part } = changed
  const said = words.workshopChanged
  const named = workshop.appointments ? said.permanences : said.workshops
  const from = workshop.act?.from ?? workshop.date
  return {
    ...envelope,
    subject: named.news(from, site.name),
    says: [named.change(before.title, from), ...newsOf(changed, named), ...cyclePlaceOf(changed, said)],
    action:
      part.kind === 'leads'
        ? { words: said.eachDate, address: `${pages}/ma-semaine` }
        : { words: said.eachDateAndSeat, address: `${pages}/mes-reservations` },
  }
}
