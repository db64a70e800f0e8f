import type { SiteId } from '../../../shared/domain/ids.ts'
import { hasExpired, type WaitlistEntry } from '../../../shared/domain/waitlist.ts'
import type { WaitEvent } from '../../../shared/store/wait-event.ts'
import type { Mail } from './mail.ts'
import { waitEndedMail } from './mails/other-mails.ts'
import { waitingMail } from './mails/waiting-mail.ts'
import { recipientsOf } from './recipients.ts'
import type { SendDependencies } from './send-dependencies.ts'

const LAST_RANK = 100

const placesOf = async ({ sites: [site], workshop }: WaitlistEntry, deps: SendDependencies) => {
  const [lent, [found]] = await Promise.all([
    site && deps.sites.findSite(site),
    deps.workshops.findWorkshops(workshop ? [workshop] : []),
  ])
  return { lent, workshop: found }
}

const endedMailsFor = async (wait: WaitlistEntry, deps: SendDependencies): Promise<Mail[]> => {
  const [{ lent, workshop }, told] = await Promise.all([placesOf(wait, deps), recipientsOf(wait, deps)])
  if (!lent || !workshop) return []
  return told.to.map((reader) => waitEndedMail(reader, { workshop, site: lent.site }, deps.origin))
}

/** Whom a place was offered at once hears of the offer. Being first is told once, by whichever comes first. */
const waitingMailsFor = async (
  { id }: Pick<WaitlistEntry, 'id'>,
  isJoined: boolean,
  deps: SendDependencies,
): Promise<Mail[]> => {
  const wait = await deps.waitlist.findEntry(id)
  if (wait?.status !== 'waiting') return []
  const { lent, workshop } = await placesOf(wait, deps)
  if (!lent || hasExpired(wait, lent.site.timeZone, deps.now())) return []
  const [before, told] = await Promise.all([
    deps.waitlist.countBefore(lent.site.id, wait, LAST_RANK - 1),
    recipientsOf(wait, deps),
  ])
  if (!isJoined && before > 0) return []
  const waiting = {
    wait,
    site: lent.site,
    workshop,
    rank: before + 1,
    isJoined,
    association: told.association,
  }
  const once = before === 0 ? `first-in-line#${id}` : undefined
  return told.to.map((reader) => ({ ...waitingMail(reader, waiting, deps.origin), once }))
}

type Place = Pick<WaitlistEntry, 'askedAt' | 'id'>

const isAfter = (one: Place, other: Place): boolean =>
  one.askedAt > other.askedAt || (one.askedAt === other.askedAt && one.id > other.id)

/** Ranks count at the first of the sites that somebody waits for. */
const nextAt = async (
  site: SiteId,
  over: WaitlistEntry,
  { waitlist }: SendDependencies,
): Promise<WaitlistEntry[]> => {
  const { date, workshop } = over
  const { waits } = await waitlist.readWaitlist({ site, date, workshop }, 1)
  return waits.filter((first) => first.sites[0] === site && isAfter(first, over))
}

const nextMailsFor = async (over: WaitlistEntry, deps: SendDependencies): Promise<Mail[]> => {
  const next = await Promise.all(over.sites.map((site) => nextAt(site, over, deps)))
  return (await Promise.all(next.flat().map((wait) => waitingMailsFor(wait, false, deps)))).flat()
}

export const waitMailsFor = ({ kind, wait }: WaitEvent, deps: SendDependencies): Promise<Mail[]> => {
  if (kind === 'wait-joined') return waitingMailsFor(wait, true, deps)
  return kind === 'wait-over' ? nextMailsFor(wait, deps) : endedMailsFor(wait, deps)
}
