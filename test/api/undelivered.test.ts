import { beforeEach, describe, expect, it, vi } from 'vitest'
import { noteFeedback } from '../../functions/jobs/mail-feedback/note-feedback.ts'
import { sendMessage } from '../../functions/jobs/send-messages/send-message.ts'
import { RecipientRefusedError } from '../../functions/jobs/send-messages/transports/refusals.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { messageStore } from '../../shared/store/message-store.ts'
import type { OutboxEvent } from '../../shared/store/outbox.ts'
import { aBookingBody, aKey } from '../support/api.ts'
import { anOpening, aSite, aSpace, NOW, range } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { toldBy } from '../support/told.ts'
import { aWorkshopRoom, aWorkshopStage } from '../support/workshops.ts'

const opening = anOpening({ basis: 'fixed', window: range('08:00-20:00'), onHolidays: true })
const limits = { noticeMinutes: 0, horizonDays: 400, shortestQuarters: 1, longestQuarters: 48 }
const EMAIL = 'jeanne@example.org'

const aStage = async (engine: Parameters<typeof aWorkshopStage>[0]) => {
  const stage = await aWorkshopStage(engine, [
    aWorkshopRoom(),
    aSpace({ capacity: 3, openings: [opening], limits }),
  ])
  const [agent, manager] = [await stage.withRole('agent', 'Odile'), await stage.withRole('manager', 'Paul')]
  const site = aSite().id
  const as = (cookie: string, method: string, path: string, body?: object) =>
    stage.api.call(method, path, { ...(body && { body }), headers: aKey(), cookie })
  return {
    ...stage,
    jeanne: await stage.api.signIn(EMAIL, 'Jeanne'),
    book: async (cookie: string, date: string) =>
      (await as(cookie, 'POST', '/bookings', aBookingBody({ date }))).body.id as string,
    cancel: (id: string) => as(agent.cookie, 'DELETE', `/bookings/${id}`),
    close: (date: string) =>
      as(manager.cookie, 'POST', `/sites/${site}/closures`, {
        ...{ kind: 'unexpected', reason: 'Fuite d’eau', from: date },
      }),
    calls: async () =>
      (await as(agent.cookie, 'GET', `/sites/${site}/calls`)).body.calls.map(
        ({ id, news }: { id: string; news: string }) => [id, news],
      ),
    made: (id: string, version: number) => as(agent.cookie, 'PUT', `/sites/${site}/calls/${id}`, { version }),
    planned: async (date: string) =>
      (await as(agent.cookie, 'GET', `/sites/${site}/planning?from=${date}`)).body,
    feedback: (detail: object) => noteFeedback(stage.api.deps)({ detail }),
  }
}

const mailAt = (at: number) => ({ timestamp: new Date(at).toISOString(), destination: [EMAIL] })

const bounced = (email = EMAIL, bounceType = 'Permanent', at: number = NOW + 1) => ({
  eventType: 'Bounce',
  mail: mailAt(at),
  bounce: { bounceType, bouncedRecipients: [{ emailAddress: email }] },
})

describe.each(engines)('an address at which nothing arrives, on $name,', (engine) => {
  let stage: Awaited<ReturnType<typeof aStage>>

  beforeEach(async () => {
    stage = await aStage(engine)
  })

  it('lets staff call about what its person has booked, once', async () => {
    const id = await stage.book(stage.jeanne, '2026-12-01')
    expect(await stage.calls()).toEqual([])
    expect(await stage.feedback(bounced())).toEqual({ told: 1, unknown: 0, reached: 0 })
    expect(await stage.feedback(bounced())).toEqual({ told: 1, unknown: 0, reached: 0 })
    expect(await stage.calls()).toEqual([[id, 'unreached']])
    expect((await stage.made(id, 0)).status).toBe(200)
    await stage.feedback(bounced())
    expect(await stage.calls()).toEqual([])
  })

  it('gets no mail from then on: what happens next is told by voice', async () => {
    const id = await stage.book(stage.jeanne, '2026-12-01')
    await stage.feedback(bounced())
    expect(await toldBy(stage, () => stage.close('2026-12-01'))).toEqual([])
    expect(await stage.calls()).toEqual([[id, 'cancelled']])
  })

  it('gets a code all the same, and mails again once the code was typed', async () => {
    const id = await stage.book(stage.jeanne, '2026-12-01')
    await stage.feedback(bounced())
    let asked: Awaited<ReturnType<typeof stage.api.call>> | undefined
    const ask = async () => {
      asked = await stage.api.call('POST', '/auth/codes', { body: { email: EMAIL } })
    }
    expect(await toldBy(stage, ask)).toMatchObject([{ to: EMAIL }])
    const cookie = asked?.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const body = { code: stage.api.codeFor(cookie) }
    expect((await stage.api.call('POST', '/auth/sessions', { body, cookie })).status).toBe(201)
    expect(await toldBy(stage, () => stage.close('2026-12-01'))).toMatchObject([{ to: EMAIL }])
    expect(await stage.calls()).toEqual([[id, 'unreached']])
  })

  it('is not marked by a mail that was sent before a code arrived there', async () => {
    const id = await stage.book(stage.jeanne, '2026-12-01')
    expect(await stage.feedback(bounced(EMAIL, 'Permanent', NOW - 1000))).toMatchObject({ reached: 1 })
    expect(await toldBy(stage, () => stage.cancel(id))).toMatchObject([{ to: EMAIL }])
  })

  it('for a while only, is called about what is booked, and gets mails', async () => {
    const id = await stage.book(stage.jeanne, '2026-12-01')
    await stage.feedback(bounced(EMAIL, 'Transient'))
    expect(await stage.calls()).toEqual([[id, 'unreached']])
    expect(await toldBy(stage, () => stage.cancel(id))).toMatchObject([{ to: EMAIL }])
  })

  it.each([
    ['nobody’s', bounced('nobody@example.org')],
    ['no address', bounced('"; drop <x@y')],
  ])('is counted only when it is %s', async (_, detail) => {
    expect(await stage.feedback(detail)).toEqual({ told: 0, unknown: 1, reached: 0 })
  })

  it('gets no more mails once its person calls them unwanted', async () => {
    const id = await stage.book(stage.jeanne, '2026-12-01')
    const complaint = { complainedRecipients: [{ emailAddress: `Jeanne <${EMAIL.toUpperCase()}>` }] }
    await stage.feedback({ eventType: 'Complaint', mail: mailAt(NOW + 1), complaint })
    expect(await stage.calls()).toEqual([[id, 'unreached']])
    expect(await toldBy(stage, () => stage.cancel(id))).toEqual([])
  })

  it('says nothing of a mail that has arrived', async () => {
    await stage.book(stage.jeanne, '2026-12-01')
    const none = { told: 0, unknown: 0, reached: 0 }
    expect(await stage.feedback({ eventType: 'Delivery', mail: mailAt(NOW + 1), delivery: {} })).toEqual(none)
    await expect(stage.feedback({ eventType: 'Bounce' })).rejects.toThrow()
    expect(await stage.calls()).toEqual([])
  })

  it('is listed too when the mail server refuses it at once, and the message does not come again', async () => {
    const id = await stage.book(stage.jeanne, '2026-12-01')
    const quiet = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const refused: string[] = []
    const deps = {
      ...stage.api.deps,
      now: () => (NOW + 1) as Instant,
      ...{ marks: messageStore(stage.table), origin: 'https://restante.example' },
      send: async ({ to }: { to: string }) => {
        refused.push(to)
        throw new RecipientRefusedError('SMTP RCPT TO 550')
      },
    }
    const booking = await stage.api.deps.bookings.findBooking(id as never)
    const event = { kind: 'booking-confirmed', id: `${id}#0`, booking, from: undefined } as OutboxEvent
    for (let times = 0; times < 2; times++) await sendMessage(event, deps)
    expect(refused).toEqual([EMAIL])
    expect(await stage.calls()).toEqual([[id, 'unreached']])
    expect(quiet.mock.calls.flat().join()).not.toContain(EMAIL)
    quiet.mockRestore()
  })
})
