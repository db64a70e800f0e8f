import { beforeAll, describe, expect, it } from 'vitest'
import { endDue } from '../../functions/jobs/end-due/end-due.ts'
import type { Message } from '../../functions/jobs/send-messages/message.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { accountStore } from '../../shared/store/account-store.ts'
import type { Table } from '../../shared/store/client.ts'
import { aKey, anApi, untilDecided } from '../support/api.ts'
import { anAssociation, aPerson, invite, type Somebody, take } from '../support/associations.ts'
import { aSite } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aSeries, aSeriesStage, type SeriesStage } from '../support/series.ts'
import { tellingSeries } from '../support/told.ts'

const NINE = { start: '09:00', end: '11:00' }

describe.each(engines)(
  'the others of an association whose series one of them changes, on $name,',
  (engine) => {
    let stage: SeriesStage
    let api: ReturnType<typeof anApi>
    let sent: Message[]
    let spaces = 0

    const telling = (table: Table) =>
      tellingSeries(
        table,
        () => api.deps,
        (message) => void sent.push(message),
      )

    const ask = (who: Somebody, method: string, path: string, body?: object, on = api) =>
      untilDecided(() => on.call(method, path, { cookie: who.cookie, ...(body && { body }) }))

    const withSecondLead = async () => {
      const { id, lead, member } = await anAssociation(api)
      const other = await aPerson(api, 'Claire')
      await take(api, other, (await invite(api, lead, id, other.email, 'lead')).body.id)
      return { id, lead, member, other }
    }

    const aClubWithSeries = async (changes: object = {}) => {
      const club = await withSecondLead()
      const space = `club-${spaces++}`
      await stage.withSpace(space)
      const { body } = await untilDecided(() =>
        api.call('POST', '/series', {
          body: aSeries({ space, as: club.id, ...changes }),
          headers: aKey(),
          cookie: club.member.cookie,
        }),
      )
      sent = []
      return { ...club, path: `/series/${body.id}`, space }
    }

    /** A function that stops after so many changed dates. */
    const stoppedAfter = (most: number) => {
      let writes = 0
      const { bookings } = api.deps
      return anApi(stage.table, {
        series: telling(stage.table) as never,
        now: () => api.clock.now,
        bookings: {
          ...bookings,
          change: async (...changes: Parameters<typeof bookings.change>) => {
            if (++writes > most) throw new Error('planted: the function is stopped')
            return bookings.change(...changes)
          },
        },
      })
    }

    beforeAll(async () => {
      stage = await aSeriesStage(engine)
      api = anApi(stage.table, { series: telling(stage.table) as never })
    })

    it('are told once of a move with all its dates, and not the one who moved it', async () => {
      const { lead, member, other, path } = await aClubWithSeries()
      await api.deps.identities.changeHolder(other.id, { language: 'en' })
      expect((await ask(lead, 'PATCH', path, NINE)).status).toBe(200)
      const before = await scanAll(stage.table)
      expect((await ask(lead, 'PATCH', path, NINE)).status).toBe(200)
      expect(await scanAll(stage.table)).toBe(before)
      expect(sent.map(({ to }) => to).sort()).toEqual([member.email, other.email].sort())
      const [french, english] = [member, other].map(({ email }) => sent.find(({ to }) => to === email))
      expect(french?.subject).toBe('Série déplacée : 4 dates, Montmirail')
      expect(french?.text).toContain('Quelqu’un de l’association Les Amis du livre a déplacé ces dates.')
      expect(french?.text).toContain(
        '- jeudi 26 novembre, de 9 h à 11 h\n- jeudi 3 décembre, de 9 h à 11 h\n',
      )
      expect(french?.text).toContain(`https://restante.example${path.replace('/series/', '/serie?id=')}`)
      expect(english?.subject).toBe('Series moved: 4 dates, Montmirail')
      expect(english?.text).toContain('- Thursday 26 November, 9 am to 11 am\n')
    })

    it('are told only of the dates that are cancelled, each act once', async () => {
      const { lead, member, other, path } = await aClubWithSeries()
      for (const _ of [1, 2]) await ask(member, 'DELETE', `${path}?from=2026-12-10`)
      expect(sent.map(({ to }) => to).sort()).toEqual([lead.email, other.email].sort())
      expect(sent[0]?.subject).toBe('Série annulée : 2 dates, Montmirail')
      expect(sent[0]?.text).toContain(
        'a annulé ces dates :\n\n- jeudi 10 décembre, de 18 h à 20 h\n- jeudi 17 décembre, de 18 h à 20 h\n\n',
      )
      await ask(lead, 'DELETE', path)
      expect(
        sent
          .slice(2)
          .map(({ to }) => to)
          .sort(),
      ).toEqual([member.email, other.email].sort())
      expect(sent[2]?.text).not.toContain('10 décembre')
    })

    it('are told that a series without an end stops', async () => {
      const { lead, member, path } = await aClubWithSeries({ rule: 'FREQ=MONTHLY', from: '2027-09-02' })
      await ask(lead, 'DELETE', path)
      const text = sent.find(({ to }) => to === member.email)?.text
      expect(text).toContain('- jeudi 2 septembre')
      expect(text).toContain('Aucune autre date ne sera réservée.')
    })

    it('are told of all dates once when the act was interrupted and finished', async () => {
      const { lead, path } = await aClubWithSeries()
      expect((await ask(lead, 'PATCH', path, NINE, stoppedAfter(2))).status).toBe(500)
      expect(sent).toEqual([])
      await ask(lead, 'PATCH', path, NINE)
      expect(sent.map(({ subject }) => subject)).toEqual(
        Array(2).fill('Série déplacée : 4 dates, Montmirail'),
      )
    })

    it('are told of what has changed by a later job when nobody goes on with an interrupted act', async () => {
      const { lead, member, other, path } = await aClubWithSeries()
      expect((await ask(lead, 'PATCH', path, NINE, stoppedAfter(2))).status).toBe(500)
      await endDue(api.deps)
      expect(sent).toEqual([])
      api.clock.now = addMinutes(api.clock.now, 10)
      await endDue(api.deps)
      expect(sent.map(({ to }) => to).sort()).toEqual([member.email, other.email].sort())
      expect(sent[0]?.subject).toBe('Série déplacée : 2 dates, Montmirail')
      const told = await scanAll(stage.table)
      await endDue(api.deps)
      expect([sent.length, await scanAll(stage.table)]).toEqual([2, told])
      expect((await ask(lead, 'PATCH', path, NINE)).status).toBe(200)
      expect(sent.slice(2).map(({ subject }) => subject)).toEqual(
        Array(2).fill('Série déplacée : 2 dates, Montmirail'),
      )
    })

    it('are told of no date twice when two of them cancel one after the other', async () => {
      const { lead, member, other, path } = await aClubWithSeries()
      expect((await ask(lead, 'DELETE', path, undefined, stoppedAfter(1))).status).toBe(500)
      await ask(other, 'DELETE', path)
      expect(sent.map(({ to }) => to).sort()).toEqual([lead.email, member.email].sort())
      expect(sent[0]?.subject).toBe('Série annulée : 3 dates, Montmirail')
      api.clock.now = addMinutes(api.clock.now, 10)
      await endDue(api.deps)
      const late = sent.slice(2)
      expect(late.map(({ to }) => to).sort()).toEqual([member.email, other.email].sort())
      expect(late[0]?.subject).toBe('Série annulée : 1 date, Montmirail')
    })

    it('are told nothing of a move that no date follows', async () => {
      const { lead, path } = await aClubWithSeries()
      expect((await ask(lead, 'PATCH', path, { start: '06:00', end: '08:00' })).body.code).toBe(
        'series-not-moved',
      )
      expect(sent).toEqual([])
    })

    it('are listed to be called, once for the act, when no message reaches any of them', async () => {
      const { id, lead, member, other, path } = await aClubWithSeries()
      const calls = async () =>
        (await api.deps.calls.listCalls(aSite().id)).filter(({ holder }) => holder === id)
      const accounts = accountStore(stage.table)
      await accounts.disable(member.id, api.clock.now)
      await ask(lead, 'PATCH', path, NINE)
      expect([sent.length, await calls()]).toEqual([1, []])
      await accounts.disable(other.id, api.clock.now)
      await ask(lead, 'DELETE', `${path}?from=2026-12-03`)
      expect(sent).toHaveLength(1)
      expect(await calls()).toMatchObject([{ news: 'cancelled', date: '2026-12-03', version: 2 }])
    })

    it('are none where one acts alone', async () => {
      const { id, lead, member, other, path } = await aClubWithSeries()
      for (const who of [member, other]) await ask(who, 'DELETE', `/me/associations/${id}`)
      await ask(lead, 'DELETE', path)
      expect(sent).toEqual([])
      expect((await api.deps.calls.listCalls(aSite().id)).filter(({ holder }) => holder === id)).toEqual([])
    })
  },
)
