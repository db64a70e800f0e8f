import type { Booking } from '../../../../shared/domain/booking.ts'
import { addMinutes, type Instant } from '../../../../shared/domain/instant.ts'
import { isStillToRemind } from '../../../../shared/domain/reminder.ts'
import { wayInOf } from '../../../../shared/domain/way-in.ts'
import type { Key } from '../../../../shared/store/keys/key.ts'
import { REMINDER_SHARDS, reminderMark } from '../../../../shared/store/keys/reminder-keys.ts'
import type { DueReminder, ReminderStore } from '../../../../shared/store/reminder-store.ts'
import type { LentSite } from '../../../../shared/store/site-store.ts'
import { isLasting, plainly } from '../../../invocation/each-record.ts'
import { log } from '../../../invocation/log.ts'
import { mapAtOnce } from '../../../use-cases/at-once.ts'
import { hashOf } from '../../../use-cases/hash.ts'
import type { Mail } from '../mail.ts'
import { reminderMail } from '../mails/reminder-mail.ts'
import type { SendDependencies } from '../send-dependencies.ts'
import { allSent, sendOnce, UnderWayError } from '../send-message.ts'
import { remindedOf } from './reminded.ts'

export type RemindDeps = SendDependencies & {
  readonly reminders: Pick<ReminderStore, 'listDue' | 'dropReminder'>
}

/** `dropped` counts reminders that are out of date, or that nobody gets; `left` those of another run. */
export type Reminded = Readonly<Record<'sent' | 'dropped' | 'left' | 'failed', number>>

/** Of each shard. */
const AT_ONCE = 8
/** Anything left after this is for the next run. */
const BEGINS_WITHIN_MINUTES = 0.75

const mailsFor = async (
  { kind }: DueReminder,
  booking: Booking,
  lent: LentSite,
  deps: RemindDeps,
): Promise<Mail[]> => {
  const { workshop: id } = booking
  const [told, [workshop]] = await Promise.all([
    remindedOf(booking, deps),
    deps.workshops.findWorkshops(id ? [id] : []),
  ])
  const space = lent.spaces.find((each) => each.id === (workshop ?? booking).space)
  const details = { booking, site: lent.site, space, workshop }
  const reminding = { ...details, kind, association: told.association, wayIn: wayInOf(details, deps.now()) }
  return told.to.flatMap((reader) => reminderMail(reader, reminding, deps) ?? [])
}

const remind = async (due: DueReminder, deps: RemindDeps): Promise<'sent' | 'dropped'> => {
  const booking = await deps.bookings.findBooking(due.id)
  const lent = booking && (await deps.sites.findSite(booking.site))
  const isStill = lent && isStillToRemind(due, booking, lent.site.timeZone, deps.now())
  const mails = isStill ? await mailsFor(due, booking, lent, deps) : []
  const mark = reminderMark(due.id, due.kind, due.at)
  await allSent(mails.map((mail) => sendOnce(`${mark}#${hashOf('told', mail.to)}`, mail, deps)))
  await deps.reminders.dropReminder(due)
  return mails.length > 0 ? 'sent' : 'dropped'
}

/** What can never be delivered is dropped; what failed comes again with the next run, until its booking begins. */
const remindOrTell = async (due: DueReminder, deps: RemindDeps): Promise<keyof Reminded> => {
  try {
    return await remind(due, deps)
  } catch (error) {
    if (error instanceof UnderWayError) return 'left'
    const willFailAgain = isLasting(error)
    log('error', willFailAgain ? 'reminder set aside' : 'reminder not sent', {
      booking: due.id,
      ...plainly(error),
    })
    if (willFailAgain) await deps.reminders.dropReminder(due)
    return willFailAgain ? 'dropped' : 'failed'
  }
}

const pagesOf = async function* (shard: number, until: Instant, { reminders }: RemindDeps) {
  let after: Key | undefined
  do {
    const { due, next } = await reminders.listDue(shard, until, after)
    yield due
    after = next
  } while (after)
}

/** A site is read once in a run. */
const rememberingSites = (deps: RemindDeps): RemindDeps => {
  const known = new Map<string, Promise<LentSite | undefined>>()
  const findSite: RemindDeps['sites']['findSite'] = (id) => {
    const found = known.get(id) ?? deps.sites.findSite(id)
    known.set(id, found)
    return found
  }
  return { ...deps, sites: { findSite } }
}

/** Sends each reminder alone, so that a failure stops no other. Two runs at once send each once. */
export const sendReminders = async (given: RemindDeps): Promise<Reminded> => {
  const deps = rememberingSites(given)
  const started = deps.now()
  const counts = { sent: 0, dropped: 0, left: 0, failed: 0 }
  const isOutOfTime = () => deps.now() >= addMinutes(started, BEGINS_WITHIN_MINUTES)
  const workThrough = async (shard: number): Promise<void> => {
    for await (const page of pagesOf(shard, started, deps)) {
      const remindInTime = async (due: DueReminder) => {
        if (!isOutOfTime()) counts[await remindOrTell(due, deps)] += 1
      }
      await mapAtOnce(page, AT_ONCE, remindInTime)
      if (isOutOfTime()) return
    }
  }
  await Promise.all(REMINDER_SHARDS.map(workThrough))
  return counts
}
