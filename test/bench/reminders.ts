import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { dependenciesOn } from '../../functions/dependencies.ts'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { mimeOf } from '../../functions/jobs/send-messages/mime.ts'
import { type Reminded, sendReminders } from '../../functions/jobs/send-messages/reminders/send-reminders.ts'
import { hashOf, idOf } from '../../functions/use-cases/hash.ts'
import type { BookingId, HolderId, SiteId } from '../../shared/domain/ids.ts'
import { remindersOf } from '../../shared/domain/reminder.ts'
import { bookingItem } from '../../shared/store/booking-item.ts'
import type { Item, Table } from '../../shared/store/client.ts'
import { eventualReads } from '../../shared/store/eventual-reads.ts'
import { gatheringReads } from '../../shared/store/gathered-reads.ts'
import { holderKey } from '../../shared/store/keys/holder-keys.ts'
import { reminderKey } from '../../shared/store/keys/reminder-keys.ts'
import { siteKey, spaceKey } from '../../shared/store/keys/site-keys.ts'
import { messageStore } from '../../shared/store/message-store.ts'
import { reminderStore } from '../../shared/store/reminder-store.ts'
import { aBooking, aSite, aSpace, PARIS, TUESDAY, time } from '../support/builders.ts'
import { loadItems } from './booking-load.ts'
import { count, type Section, seconds } from './section.ts'
import { installedEngines, silently, timed, withFolder, withTableIn } from './stage.ts'
import { meterOf } from './store-meter.ts'

const REMINDERS = Number(process.env.BENCH_REMINDERS ?? 100_000)
const BOOKINGS_A_SITE = 50

const space = aSpace()

function* itemsAt(site: SiteId, from: number, to: number): Generator<Item> {
  const { counter: _, ...rest } = aSite({ id: site })
  yield { ...siteKey(site), ...rest }
  yield { ...spaceKey(site, space.id), ...space }
  for (let at = from; at < to; at++) {
    const holder = idOf('holder', String(at)) as HolderId
    const id = idOf('booking', String(at)) as BookingId
    const hours = { date: TUESDAY, start: time('14:00'), end: time('16:00') }
    const booking = aBooking({ id, holder, site, space: space.id, ...hours })
    yield { ...holderKey(holder), id: holder, email: `camille-${at}@example.org`, name: 'Camille' }
    yield bookingItem(booking, hashOf('request', id))
    const morning = remindersOf(booking, PARIS).find(({ kind }) => kind === 'morning')
    if (morning) yield { ...reminderKey(morning.at, id, 'morning'), ...morning, id }
  }
}

const MORNING = remindersOf(aBooking({ date: TUESDAY, start: time('14:00') }), PARIS)[1]

/** As the function does, with mails that are written and not sent. */
const runOn = async ({ client, name }: Table) => {
  if (!MORNING) throw new Error('no reminder')
  const meter = meterOf(client)
  const table = { client: gatheringReads(eventualReads(client)), name }
  const origin = 'https://restante.example'
  let [sent, bytes, runs, ms] = [0, 0, 0, 0]
  const startedAt = performance.now()
  const now = () => (MORNING.at + performance.now() - startedAt) as typeof MORNING.at
  const send = async (message: Message) => {
    const { length } = await mimeOf(message, 'restante@example.org')
    bytes += length
  }
  const deps = {
    ...dependenciesOn(table, now),
    ...{ marks: messageStore(table), reminders: reminderStore(table), origin, send },
  }
  const metered = await meter(async () => {
    const counts: Reminded[] = []
    while (counts.length === 0 || (counts.at(-1)?.sent ?? 0) > 0)
      ms += await timed(() => silently(async () => counts.push(await sendReminders(deps))))
    sent = counts.reduce((sum, each) => sum + each.sent, 0)
    runs = counts.length
  })
  return { sent, bytes, runs, ms, ...metered }
}

/** The reminders of one morning, everybody at seven. */
export const reminders = async (): Promise<readonly Section[]> => {
  const [kind] = installedEngines()
  if (kind?.name !== 'dynoxide') return []
  return withFolder(async (folder) => {
    function* items() {
      for (let at = 0; at < REMINDERS; at += BOOKINGS_A_SITE)
        yield* itemsAt(
          `${String(at / BOOKINGS_A_SITE).padStart(5, '0')}A` as SiteId,
          at,
          Math.min(at + BOOKINGS_A_SITE, REMINDERS),
        )
    }
    await loadItems(folder, kind, items())
    const { sent, ms, runs, readUnits, writeUnits, bytes } = await withTableIn(folder, kind, ({ table }) =>
      runOn(table),
    )
    rmSync(join(folder, 'export'), { recursive: true, force: true })
    const each = (all: number) => (all / sent).toFixed(2)
    return [
      {
        title: `The reminders of a morning, ${count(sent)} at seven, ${kind.name}`,
        figures: [
          { name: 'until the last is written', goal: '≤ 600 s', measured: `${seconds(ms)}, ${runs} runs` },
          { name: 'units read for each', goal: '≤ 1', measured: each(readUnits) },
          { name: 'units written for each', measured: each(writeUnits) },
          { name: 'bytes of each mail', measured: count(Math.round(bytes / sent)) },
        ],
      },
    ]
  })
}
