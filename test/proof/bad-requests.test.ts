import { beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../../shared/store/client.ts'
import { anApi } from '../support/api.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import type { Api } from './house.ts'
import { aPerson, type Person } from './people.ts'

/** Now is Saturday 21 November 2026, 10:00; the space of 5 is lent 60 days ahead, outside counter hours. */
const BAD_TIMES: readonly [request: Record<string, unknown>, code: string, codeOfMove?: string][] = [
  [{ date: '2026-11-20' }, 'past'],
  [{ date: '2026-11-21', start: '09:00', end: '10:00' }, 'past'],
  [{ date: '2026-11-21', start: '10:15', end: '11:15' }, 'too-late'],
  [{ date: '2027-01-21' }, 'beyond-horizon'],
  [{ start: '08:05' }, 'invalid'],
  [{ start: '12:00', end: '12:00' }, 'invalid', 'too-short'],
  [{ start: '12:00', end: '08:00' }, 'invalid', 'too-short'],
  [{ places: 0 }, 'invalid'],
  [{ places: -1 }, 'invalid'],
  [{ places: 1.5 }, 'invalid'],
  [{ places: 6 }, 'too-many-places'],
  [{ date: '2026-02-30' }, 'invalid'],
  [{ start: '13:00', end: '15:00' }, 'outside-opening'],
]

const SERVER_FIELDS = [
  'status',
  'createdBy',
  'channel',
  'price',
  'id',
  'holder',
  'revision',
  'allocations',
  'createdAt',
]

describe.each(engines)('a bad request to book or to move, on $name', (engine) => {
  let table: Table
  let api: Api
  let person: Person
  let booked: string
  let before: string

  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    api = anApi(table)
    person = await aPerson(api)
    booked = (await person.book(api, { date: '2026-11-25' })).body.id
    before = await scanAll(table)
  })

  it.each(BAD_TIMES)('is refused and changes nothing: %o (29)', async (request, code, codeOfMove = code) => {
    const refused = await person.book(api, request)
    expect([refused.status, refused.body.code]).toEqual([422, code])
    const stayed = await person.move(api, booked, request)
    expect([stayed.status, stayed.body.code]).toEqual([422, codeOfMove])
    expect(await scanAll(table)).toBe(before)
  })

  it.each(SERVER_FIELDS)('is refused when it sets %s itself (30)', async (field) => {
    const answers = [
      await person.book(api, { [field]: 'web' }),
      await person.move(api, booked, { [field]: 'web' }),
    ]
    for (const { status, body } of answers) expect([status, body.code]).toEqual([422, 'invalid'])
    expect(await scanAll(table)).toBe(before)
  })
})
