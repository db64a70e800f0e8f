import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { sendMessage } from '../../functions/jobs/send-messages/send-message.ts'
import { type Item, readItems } from '../../shared/store/client.ts'
import { bookingKey } from '../../shared/store/keys/booking-keys.ts'
import { messageStore } from '../../shared/store/message-store.ts'
import { outboxEventOf } from '../../shared/store/outbox.ts'
import { aDay } from '../proof/people.ts'
import { engines } from '../support/engine.ts'
import { aSeries } from '../support/series.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'

const REASON = 'Le plafond fuit.'

describe.each(engines)('a holder whose booking staff change, on $name,', (engine) => {
  let stage: StaffStage
  beforeAll(async () => {
    stage = await aStaffStage(engine)
  })

  /** The messages of the change that some work makes of a booking, as the table's stream tells of it. */
  const toldOf = async (id: string, work: () => Promise<{ status: number }>): Promise<Message[]> => {
    const read = async (): Promise<Item> =>
      (await readItems(stage.table, [bookingKey(id as never)]))[0] as Item
    const before = await read()
    expect((await work()).status).toBe(200)
    const [OldImage, NewImage] = [before, await read()].map((item) => marshall(item))
    const sent: Message[] = []
    const event = outboxEventOf({ OldImage, NewImage })
    const send = async (message: Message) => void sent.push(message)
    const marks = messageStore(stage.table)
    if (event)
      await sendMessage(event, { ...stage.api.deps, marks, origin: 'https://restante.example', send })
    return sent
  }
  const repeated = async (cookie: string, from: string): Promise<{ id: string; bookings: string[] }> => {
    const { body } = await stage.as(cookie, 'POST', '/series', {
      ...aSeries({
        space: 'bureau',
        use: 'desk',
        from,
        rule: 'FREQ=WEEKLY;COUNT=3',
        start: '08:00',
        end: '09:00',
      }),
    })
    return { id: body.id, bookings: body.dates.map(({ booking }: { booking: string }) => booking) }
  }

  it('is told the old time, the new time and the reason of a move', async () => {
    const holder = await stage.somebody()
    const { id } = (await stage.book(holder, { date: '2026-11-24' })).body
    const move = { start: '14:00', end: '16:00', reason: REASON }
    const [message] = await toldOf(id, () => stage.as(stage.agent.cookie, 'PATCH', `/bookings/${id}`, move))
    expect(message?.subject).toMatch(/^Votre réservation est déplacée : mardi 24 novembre/)
    expect(message?.text).toContain('Avant : mardi 24 novembre, de 8 h à 12 h.')
    expect(message?.text).toContain('Le mardi 24 novembre, de 14 h à 16 h')
    expect(message?.text).toContain(REASON)
  })

  it('is told when staff or they themselves move or cancel one date of a series', async () => {
    const holder = await stage.somebody()
    const { bookings } = await repeated(holder, '2026-11-25')
    const [first, second, third] = bookings as [string, string, string]
    const move = (cookie: string, id: string, body: object) => () =>
      stage.as(cookie, 'PATCH', `/bookings/${id}`, body)
    const { cookie } = stage.agent
    const [moved] = await toldOf(first, move(cookie, first, { start: '10:00', end: '11:00', reason: REASON }))
    expect(moved?.text).toContain('Avant : mercredi 25 novembre, de 8 h à 9 h.')
    expect(moved?.text).toContain(REASON)
    const [own] = await toldOf(first, move(holder, first, { start: '11:00', end: '12:00', reason: 'mien' }))
    expect(own?.subject).toMatch(/^C’est déplacé : mercredi 25 novembre/)
    const [cancelled] = await toldOf(second, () => stage.as(cookie, 'DELETE', `/bookings/${second}`))
    expect(cancelled?.subject).toMatch(/^Réservation annulée : mercredi 2 décembre/)
    const [takenBack] = await toldOf(third, () =>
      stage.as(cookie, 'PUT', `/bookings/${third}/cancellation`, { reason: REASON }),
    )
    expect(takenBack?.text).toContain(REASON)
    const [ended] = await toldOf(first, () => stage.as(holder, 'DELETE', `/bookings/${first}`))
    expect(ended?.text).toContain('Votre réservation est annulée.')
  })

  it('reads the reason of the latest move only', async () => {
    const holder = await stage.somebody()
    const { id } = (await stage.book(holder, { date: aDay() })).body
    const path = `/bookings/${id}`
    const note = async () => (await stage.as(holder, 'GET', path)).body.note
    await stage.as(stage.agent.cookie, 'PATCH', path, { start: '14:00', end: '16:00', reason: REASON })
    expect(await note()).toBe(REASON)
    await stage.as(stage.agent.cookie, 'PATCH', path, { start: '08:00', end: '10:00' })
    expect(await note()).toBeUndefined()
    await stage.as(stage.agent.cookie, 'PATCH', path, { start: '14:00', end: '16:00', reason: REASON })
    await stage.as(holder, 'PATCH', path, { start: '10:00', end: '12:00' })
    expect(await note()).toBeUndefined()
    for (const body of [{ reason: REASON }, { start: '14:00', end: '16:00', reason: ' ' }])
      expect((await stage.as(stage.agent.cookie, 'PATCH', path, body)).body.code).toBe('invalid')
  })
})
