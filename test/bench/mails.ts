import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { marshall } from '@aws-sdk/util-dynamodb'
import { SMTPServer } from 'smtp-server'
import { dependenciesOn } from '../../functions/dependencies.ts'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { mimeOf } from '../../functions/jobs/send-messages/mime.ts'
import { sendMessages } from '../../functions/jobs/send-messages/send-messages.ts'
import { smtpTransport } from '../../functions/jobs/send-messages/transports/smtp-transport.ts'
import { atMost } from '../../functions/use-cases/at-once.ts'
import { hashOf, idOf } from '../../functions/use-cases/hash.ts'
import { STREAM_BATCH_SIZE } from '../../infra/time-limits.ts'
import type { BookingId, HolderId } from '../../shared/domain/ids.ts'
import { bookingItem } from '../../shared/store/booking-item.ts'
import type { Item } from '../../shared/store/client.ts'
import { gatheringReads } from '../../shared/store/gathered-reads.ts'
import { holderKey } from '../../shared/store/keys/holder-keys.ts'
import { siteKey, spaceKey } from '../../shared/store/keys/site-keys.ts'
import { messageStore } from '../../shared/store/message-store.ts'
import { reminderStore } from '../../shared/store/reminder-store.ts'
import { putItem } from '../../shared/store/single-item.ts'
import { aBooking, aSite, aSpace, NOW } from '../support/builders.ts'
import { kilobytes, milliseconds, type Section } from './section.ts'
import { installedEngines, withTable } from './stage.ts'

const MAILS = 400
const MAILS_AT_ONCE = 8
const FROM = 'restante@example.org'

const bookings = Array.from({ length: MAILS }, (_, at) =>
  aBooking({
    id: idOf('booking', String(at)) as BookingId,
    holder: idOf('holder', String(at)) as HolderId,
  }),
)

function* items(): Generator<Item> {
  const space = aSpace()
  yield { ...siteKey(aSite().id), ...aSite() }
  yield { ...spaceKey(aSite().id, space.id), ...space }
  for (const [at, booking] of bookings.entries()) {
    yield { ...holderKey(booking.holder), id: booking.holder, email: `camille-${at}@example.org` }
    yield bookingItem(booking, hashOf('request', booking.id))
  }
}

/** A server that notes when each mail has arrived whole, and how large it is. */
const aMailServer = async () => {
  const arrived: number[] = []
  const sizes: number[] = []
  const server = new SMTPServer({
    ...{ disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true },
    onData: async (stream, _, answer) => {
      sizes.push((await buffer(stream)).length)
      arrived.push(performance.now())
      answer()
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { arrived, sizes, url: `smtp://127.0.0.1:${port}`, close: () => server.close() }
}

const recordOf = (booking: (typeof bookings)[number], at: number) => ({
  eventName: 'INSERT' as const,
  dynamodb: {
    SequenceNumber: String(at),
    Keys: { pk: { S: booking.id } },
    NewImage: marshall(bookingItem(booking, hashOf('request', booking.id)), {
      removeUndefinedValues: true,
    }) as never,
  },
})

/** From a batch of the stream that is handed over until each of its mails has arrived by SMTP. */
export const mails = async (): Promise<Section[]> => {
  const [kind] = installedEngines()
  if (!kind) return []
  const server = await aMailServer()
  const waits = await withTable(kind, async ({ table }) => {
    for (const item of items()) await putItem(table, item)
    const on = { ...table, client: gatheringReads(table.client) }
    const transport = smtpTransport({ url: server.url }, MAILS_AT_ONCE)
    const send = async (message: Message) =>
      transport({ from: FROM, to: message.to, raw: await mimeOf(message, FROM) })
    const deliver = sendMessages({
      ...dependenciesOn(on, () => NOW),
      ...{ marks: messageStore(on), reminders: reminderStore(on), origin: 'https://restante.example' },
      send: atMost(MAILS_AT_ONCE, send),
    })
    const each: number[] = []
    for (let at = 0; at < MAILS; at += STREAM_BATCH_SIZE) {
      const begun = performance.now()
      const known = server.arrived.length
      await deliver({ Records: bookings.slice(at, at + STREAM_BATCH_SIZE).map(recordOf) })
      each.push(...server.arrived.slice(known).map((arrived) => arrived - begun))
    }
    return each.toSorted((one, other) => one - other)
  })
  server.close()
  const quantile = (share: number) => waits[Math.ceil(share * waits.length) - 1] ?? Number.NaN
  const bytes = server.sizes.reduce((sum, size) => sum + size, 0) / server.sizes.length
  return [
    {
      title: `${waits.length} confirmations from the stream to a mail server, on ${kind.name}`,
      figures: [
        { name: 'batch handed over → mail arrived, median', measured: milliseconds(quantile(0.5)) },
        { name: 'the same, p99', goal: '≤ 2 s', measured: milliseconds(quantile(0.99)) },
        { name: 'bytes of a confirmation, with its calendar twice', measured: kilobytes(bytes) },
      ],
    },
  ]
}
