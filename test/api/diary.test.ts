import { simpleParser } from 'mailparser'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { mimeOf } from '../../functions/jobs/send-messages/mime.ts'
import { sendMessage } from '../../functions/jobs/send-messages/send-message.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { messageStore } from '../../shared/store/message-store.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, date, PARIS, time } from '../support/builders.ts'
import { CALENDAR_READERS } from '../support/calendar-readers.ts'
import { engines } from '../support/engine.ts'
import { aSeries } from '../support/series.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'
import { tellingSeries, toldBy } from '../support/told.ts'
import { aWorkshopBody } from '../support/workshops.ts'

const DAY = '2026-12-01'

type Reader = (typeof CALENDAR_READERS)[number][1]
type Seen = ReturnType<Reader>[number]

/** The files of a mail, as they travel. */
const filesOf = async (message: Message): Promise<string[]> => {
  const { attachments } = await simpleParser(await mimeOf(message, 'bonjour@restante.example'))
  return attachments
    .filter(({ filename }) => filename?.endsWith('.ics'))
    .map(({ content }) => String(content))
}

const methodIn = (file: string) => /^METHOD:(\w+)/m.exec(file)?.[1]

/** A program that keeps a diary by what arrives (RFC 5546): nothing older replaces anything newer. */
const aDiary = (read: Reader) => {
  const events = new Map<string, Seen>()
  const take = (file: string) => {
    for (const event of read(file)) {
      const known = events.get(event.uid)
      if (known && known.sequence > event.sequence) continue
      if (methodIn(file) === 'CANCEL' || event.status === 'CANCELLED') events.delete(event.uid)
      else events.set(event.uid, event)
    }
  }
  const receive = async (messages: readonly Message[]) => {
    for (const message of messages) for (const file of await filesOf(message)) take(file)
  }
  return { receive, times: () => [...events.values()].map(({ from }) => from).sort() }
}

const at = (day: string, hour: string) => instantAt(date(day), time(hour), PARIS)

describe.each(engines)('a diary, on $name,', (engine) => {
  let stage: StaffStage & { readonly camille: string }

  beforeEach(async () => {
    const staff = await aStaffStage(engine)
    stage = { ...staff, camille: await staff.somebody('Camille') }
  })

  describe.each(CALENDAR_READERS)('read by %s,', (_, read) => {
    it('follows a booking that is made, moved by its holder and by staff, and cancelled', async () => {
      const diary = aDiary(read)
      const { as, camille, agent } = stage
      let id = ''
      const does = async (work: () => Promise<unknown>) => diary.receive(await toldBy(stage, work))
      await does(async () => {
        id = (await as(camille, 'POST', '/bookings', aBookingBody({ date: DAY }))).body.id
      })
      expect(diary.times()).toEqual([at(DAY, '08:00')])
      await does(() => as(camille, 'PATCH', `/bookings/${id}`, { start: '10:00', end: '12:00' }))
      expect(diary.times()).toEqual([at(DAY, '10:00')])
      await does(() =>
        as(agent.cookie, 'PATCH', `/bookings/${id}`, { start: '14:00', end: '16:00', reason: 'Travaux' }),
      )
      expect(diary.times()).toEqual([at(DAY, '14:00')])
      await does(() => as(camille, 'DELETE', `/bookings/${id}`))
      expect(diary.times()).toEqual([])
    })
  })

  const first = () => {
    const [[, read]] = CALENDAR_READERS
    const diary = aDiary(read)
    const does = async (work: () => Promise<unknown>) => {
      const messages = await toldBy(stage, work)
      await diary.receive(messages)
      return messages
    }
    return { diary, does }
  }

  it('has a request once it is accepted, and loses it when the site closes', async () => {
    const { diary, does } = first()
    const { as, camille, manager } = stage
    let id = ''
    await does(async () => {
      const body = aBookingBody({ date: DAY, space: 'reunion', use: 'room' })
      id = (await as(camille, 'POST', '/bookings', body)).body.id
    })
    expect(diary.times()).toEqual([])
    await does(() => as(manager.cookie, 'PUT', `/bookings/${id}/approval`, { approved: true }))
    expect(diary.times()).toEqual([at(DAY, '08:00')])
    await does(() =>
      as(manager.cookie, 'POST', `/sites/${aSite().id}/closures`, {
        ...{ kind: 'unexpected', reason: 'Fuite d’eau', from: DAY },
      }),
    )
    expect(diary.times()).toEqual([])
  })

  it('has a series by one file, that invites nobody', async () => {
    const { diary } = first()
    const { body } = await stage.as(
      stage.camille,
      'POST',
      '/series',
      aSeries({ from: DAY, rule: 'FREQ=WEEKLY;COUNT=3' }),
    )
    const found = await stage.api.deps.series.findSeries(body.id)
    if (!found) throw new Error('no series')
    const messages: Message[] = []
    await sendMessage(
      { kind: 'series-booked', id: body.id, series: found.series },
      {
        ...stage.api.deps,
        ...{ marks: messageStore(stage.table), origin: 'https://restante.example' },
        send: async (message) => void messages.push(message),
      },
    )
    const files = (await Promise.all(messages.map(filesOf))).flat()
    expect(files.map(methodIn)).toEqual(['PUBLISH'])
    expect(files.join()).not.toContain('ATTENDEE')
    await diary.receive(messages)
    expect(diary.times()).toHaveLength(3)
  })

  it('follows a series that its person moves and cancels, by one mail each', async () => {
    const { diary } = first()
    const { table, camille: cookie } = stage
    const sent: Message[] = []
    const series = tellingSeries(
      table,
      () => stage.api.deps,
      (message) => void sent.push(message),
    )
    const api = anApi(table, { series: series as never })
    const rule = aSeries({ from: DAY, rule: 'FREQ=WEEKLY;COUNT=2' })
    const path = `/series/${(await api.call('POST', '/series', { body: rule, headers: aKey(), cookie })).body.id}`
    const moves = { start: '14:00', end: '16:00' }
    for (const _ of [1, 2]) expect((await api.call('PATCH', path, { body: moves, cookie })).status).toBe(200)
    expect(sent.map(({ subject }) => subject)).toEqual(['Série déplacée : 2 dates, Montmirail'])
    expect(sent[0]?.text).toContain('Vous avez déplacé ces dates. Les voici maintenant :')
    await diary.receive(sent)
    expect(diary.times()).toEqual([at(DAY, '14:00'), at('2026-12-08', '14:00')])
    for (const _ of [1, 2]) await api.call('DELETE', path, { cookie })
    expect(sent[1]?.text).toContain('Vous avez annulé ces dates :')
    await diary.receive(sent.slice(1))
    expect([sent.length, diary.times()]).toEqual([2, []])
    expect(await api.deps.calls.listCalls(aSite().id)).toEqual([])
  })

  it('follows a workshop that moves', async () => {
    const { diary, does } = first()
    const { as, camille, mediator } = stage
    const { id } = (await stage.plan({ ...aWorkshopBody(), date: DAY })).body
    const [seat] = await does(() => as(camille, 'POST', `/workshops/${id}/seats`, {}))
    expect(diary.times()).toEqual([at(DAY, '10:00')])
    const told = await toldBy(stage, () =>
      as(mediator.cookie, 'PATCH', `/workshops/${id}`, { start: '14:00', end: '16:00' }),
    )
    await diary.receive(told.filter(({ to }) => to === seat?.to))
    expect(diary.times()).toEqual([at(DAY, '14:00')])
  })
})
