import { marshall } from '@aws-sdk/util-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { sendMessages } from '../../functions/jobs/send-messages/send-messages.ts'
import type { BookingId, Hash } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { bookingItem } from '../../shared/store/booking-item.ts'
import type { Table } from '../../shared/store/client.ts'
import { messageStore } from '../../shared/store/message-store.ts'
import { reminderStore } from '../../shared/store/reminder-store.ts'
import { anApi } from '../support/api.ts'
import { NOW } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { faultyClient, type Plan, scripted } from '../support/faulty-client.ts'
import { type Api, aHouse, HOUSE, lentSpace, quietly } from './house.ts'
import { aDay, aPerson } from './people.ts'

const MINUTES_LATER = 5
const never: Plan = () => undefined

describe.each(engines)('messages on $name', (engine) => {
  let table: Table
  let api: Api
  let numbers = 0

  beforeAll(async () => {
    table = await aHouse(engine, [lentSpace('salle')])
    api = anApi(table)
  })

  const post = (plan: Plan = never, retries = false) => {
    const sent: Message[] = []
    const provider = { isDown: false }
    const client = faultyClient(engine.endpoint, plan, retries ? {} : { maxAttempts: 1 })
    const send = async (message: Message) => {
      if (provider.isDown) throw new Error('down')
      sent.push(message)
    }
    const marks = messageStore({ name: table.name, client })
    const reminders = reminderStore(table)
    const deliver = sendMessages({
      ...{ ...api.deps, marks, reminders, origin: 'https://restante.example', send },
    })
    return { sent, provider, deliver: (Records: DynamoDBRecord[]) => quietly(() => deliver({ Records })) }
  }

  const recordOf = (item: object): DynamoDBRecord => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(++numbers), NewImage: marshall(item) as never },
  })
  const aBooked = async () => {
    const person = await aPerson(api)
    const { body } = await person.book(api, { space: 'salle', date: aDay() })
    const booking = await api.deps.bookings.findBooking(body.id as BookingId)
    if (!booking) throw new Error('not booked')
    return { person, id: body.id, record: recordOf(bookingItem(booking, 'hash' as Hash)) }
  }

  it('leave once for a record that is delivered twice, and twice at once (21)', async () => {
    const { sent, deliver } = post()
    const { record } = await aBooked()
    await Promise.all([deliver([record]), deliver([record])])
    await deliver([record, record])
    expect(sent).toHaveLength(1)
  })

  it('leave for nine of ten records when the tenth is poison, which is set aside (21)', async () => {
    const { sent, deliver } = post()
    const records: DynamoDBRecord[] = []
    for (let at = 0; at < 9; at++) records.push((await aBooked()).record)
    const poison = recordOf({ pk: 'BOOKING#POISON', sk: 'BOOKING#poison', site: HOUSE.id, date: 12 })
    expect(await deliver(records.toSpliced(4, 0, poison))).toEqual({ batchItemFailures: [] })
    expect(sent).toHaveLength(9)
  })

  it('leave later when the provider is down, and none for what is cancelled by then (22)', async () => {
    const { sent, provider, deliver } = post()
    provider.isDown = true
    const [kept, given] = [await aBooked(), await aBooked()]
    const { batchItemFailures } = await deliver([kept.record, given.record])
    expect(batchItemFailures).toHaveLength(2)
    await given.person.cancel(api, given.id)
    provider.isDown = false
    expect(await deliver([kept.record, given.record])).toEqual({ batchItemFailures: [] })
    expect(sent.map(({ text }) => text.includes(kept.id))).toEqual([true])
  })

  it.each([
    ['the SDK repeating', true],
    ['the SDK sending once', false],
  ])('leave once though the reply to their mark is lost, %s (21)', async (_, retries) => {
    const { sent, deliver } = post(scripted(['lost'], /PutItem/), retries)
    const { record } = await aBooked()
    const first = await deliver([record])
    api.clock.now = addMinutes(NOW, MINUTES_LATER)
    // A failed record is delivered again later, whether its message left or not.
    const again = first.batchItemFailures.length > 0 ? await deliver([record]) : first
    api.clock.now = NOW
    expect(again).toEqual({ batchItemFailures: [] })
    expect(sent).toHaveLength(1)
  })
})
