import { beforeAll, describe, expect, it } from 'vitest'
import { localClient } from '../../infra/local/local-client.ts'
import type { Table } from '../../shared/store/client.ts'
import { aKey, anApi } from '../support/api.ts'
import { engines } from '../support/engine.ts'
import { withStaleIndex } from '../support/faulty-client.ts'
import { type Api, aHouse, lentSpace } from './house.ts'
import { aDay, aPerson } from './people.ts'

describe.each(engines)('the API on $name', (engine) => {
  let table: Table
  let api: Api
  const somebody = () => aPerson(api)

  beforeAll(async () => {
    table = await aHouse(engine, [
      lentSpace('seul', { capacity: 1 }),
      lentSpace('bureau'),
      lentSpace('salle'),
    ])
    api = anApi(table)
  })

  /** Reads the booking before, and the occupancies after, another change, since a batch is no snapshot. */
  const tornBy = (between: () => Promise<unknown>) => {
    const { readBookingFacts } = api.deps.bookings
    let isTorn = false
    return anApi(table, {
      bookings: {
        ...api.deps.bookings,
        readBookingFacts: async (keys) => {
          const early = await readBookingFacts(keys)
          if (isTorn) return early
          isTorn = true
          await between()
          return { ...(await readBookingFacts(keys)), existing: early.existing }
        },
      },
    })
  }

  it.each(['salle', 'seul'])(
    'answers with the same booking of %s when its own repeat tears the read (16)',
    async (space) => {
      const [person, key, place] = [await somebody(), aKey(), { space, date: aDay() }]
      const torn = tornBy(() => person.book(api, place, key))
      const answer = await person.book(torn, place, key)
      expect(answer).toMatchObject({ status: 201, body: (await person.read(api, answer.body.id)).body })
    },
  )

  it('answers with the same move when its own repeat tears the read (8)', async () => {
    const [person, day] = [await somebody(), aDay()]
    const { body } = await person.book(api, { space: 'salle', date: day })
    const there = { space: 'seul', start: '14:00', end: '15:00' }
    const torn = tornBy(() => person.move(api, body.id, there))
    expect((await person.move(torn, body.id, there)).status).toBe(200)
  })

  it('loses neither of two different moves at once (8)', async () => {
    const [person, day] = [await somebody(), aDay()]
    const { body } = await person.book(api, { space: 'salle', date: day })
    const { findBooking } = api.deps.bookings
    const between = anApi(table, {
      bookings: {
        ...api.deps.bookings,
        findBooking: async (id) => {
          const found = await findBooking(id)
          if (found?.revision === 0) await person.move(api, body.id, { space: 'bureau' })
          return found
        },
      },
    })
    expect((await person.move(between, body.id, { start: '14:00', end: '15:00' })).status).toBe(200)
    expect((await person.read(api, body.id)).body).toMatchObject({ space: { id: 'bureau' }, start: '14:00' })
  })

  it('decides nothing on a list that lags (24)', async () => {
    const client = withStaleIndex(localClient(engine.endpoint))
    const stale = anApi({ name: table.name, client })
    const [person, day] = [await somebody(), aDay()]
    const list = async () =>
      (await stale.call('GET', '/me/bookings', { cookie: person.cookie })).body.bookings
    expect(await list()).toEqual([])
    const { body } = await person.book(stale, { space: 'seul', date: day })
    expect(await list()).toEqual([])
    expect((await person.book(stale, { space: 'salle', date: day })).body.code).toBe('holder-busy')
    expect((await person.read(stale, body.id)).body).toEqual(body)
    expect((await person.cancel(stale, body.id)).status).toBe(200)
    expect((await person.book(stale, { space: 'salle', date: day })).status).toBe(201)
  })
})
