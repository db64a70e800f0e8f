import { describe, expect, it } from 'vitest'
import { writeShard } from '../../functions/jobs/import-network/write-shard.ts'
import type { CounterHours } from '../../shared/domain/counter-hours.ts'
import type { Space } from '../../shared/domain/space.ts'
import { readItems } from '../../shared/store/client.ts'
import { conditionsStore } from '../../shared/store/conditions-store.ts'
import { memberKey } from '../../shared/store/keys/holder-keys.ts'
import { siteVersionKey } from '../../shared/store/keys/site-keys.ts'
import { lendingStore } from '../../shared/store/lending-store.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { putItem, removeItem } from '../../shared/store/single-item.ts'
import { VERSION_COPIES } from '../../shared/store/site-version.ts'
import { aKey, anApi } from '../support/api.ts'
import { anOpening } from '../support/builders.ts'
import { aClosureStage, lentFloor } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { HOUSE } from './house.ts'
import { reconcile } from './reconcile.ts'

type Stage = Awaited<ReturnType<typeof aRememberingStage>>

const BUREAU = lentFloor('bureau', 2)
const OPEN: CounterHours = { weekly: Array(7).fill([]), onHolidays: 'as-usual', exceptions: {} }
const ALWAYS_SERVED: CounterHours = { ...OPEN, weekly: Array(7).fill([[0, 1440]]) }

/** Two instances of the API that remember the same site, and somebody who books there through one of them. */
const aRememberingStage = async (engine: (typeof engines)[number], space: Space) => {
  const stage = await aClosureStage(engine, { here: [space] })
  const { cookie, holder } = await stage.somebody()
  const bookOn = (on: ReturnType<typeof anApi>, changes: object) =>
    on.call('POST', '/bookings', {
      body: { site: HOUSE.id, space: 'bureau', use: 'desk', start: '08:00', end: '10:00', ...changes },
      headers: aKey(),
      cookie,
    })
  const change = async (changes: Partial<Space>) => {
    const lending = await lendingStore(stage.table).readLending(HOUSE.id)
    const old = lending?.spaces.find(({ id }) => id === space.id)
    if (!old) throw new Error('nothing is lent')
    const to = { ...old, ...changes, revision: (old.revision ?? 0) + 1 }
    expect(await lendingStore(stage.table).changeSpaces(HOUSE.id, [to], new Map())).toBeUndefined()
  }
  return { ...stage, holder, bookOn, change }
}

const changeHours = ({ table }: Stage, counter: CounterHours) =>
  networkStore(table).writeItems({ sites: [], hours: new Map([[HOUSE.id, counter]]) }, () => {})

/** It listed what is lent before anything was. */
const importHours = ({ table, api }: Stage, counter: CounterHours) =>
  writeShard(
    { network: networkStore(table), directory: api.deps.listing },
    {
      ...{ departement: HOUSE.departement, sites: [], leaving: new Set(), fingerprints: new Map() },
      hours: new Map([[HOUSE.id, counter]]),
    },
    { listed: new Map(), advance: () => {} },
  )

const idle = [anOpening({ weekdays: [1, 2, 3, 4, 5, 6, 7], onHolidays: true })]
const forMembers = BUREAU.openings.map((each) => ({ ...each, publics: ['member' as const] }))

/** What changes at a site, and why nothing of the kind can be booked from then on. */
const CHANGES: readonly (readonly [
  what: string,
  space: Space,
  change: (stage: Stage) => Promise<unknown>,
  code: string,
])[] = [
  ['fewer places', BUREAU, ({ change }) => change({ capacity: 1 }), 'too-many-places'],
  ['other uses', BUREAU, ({ change }) => change({ uses: ['room'] }), 'use-not-offered'],
  ['an end of the lending', BUREAU, ({ change }) => change({ openings: [] }), 'outside-opening'],
  ['openings for members only', BUREAU, ({ change }) => change({ openings: forMembers }), 'outside-opening'],
  [
    'counter hours',
    { ...BUREAU, openings: idle },
    (stage) => changeHours(stage, ALWAYS_SERVED),
    'outside-opening',
  ],
  [
    'counter hours of an import that began before the lending',
    { ...BUREAU, openings: idle },
    (stage) => importHours(stage, ALWAYS_SERVED),
    'outside-opening',
  ],
  [
    'conditions',
    BUREAU,
    ({ table }) =>
      conditionsStore(table).ask(HOUSE.id, { version: 1, rules: 'Fermez à clé.', needsInsurance: false }),
    'conditions-missing',
  ],
  [
    'a withdrawn membership',
    { ...BUREAU, openings: forMembers },
    ({ table, holder }) => removeItem(table, memberKey(holder, HOUSE.id)),
    'outside-opening',
  ],
  ['a closure', BUREAU, ({ close }) => close({ from: '2026-12-10' }), 'closed'],
]

describe.each(engines)('an instance that remembers a site, on $name', (engine) => {
  const remembering = async (space: Space) => {
    const stage = await aRememberingStage(engine, space)
    await changeHours(stage, OPEN)
    if (space.openings === forMembers)
      await putItem(stage.table, { ...memberKey(stage.holder, HOUSE.id), public: 'member', changedAt: 1 })
    expect((await stage.bookOn(stage.api, { date: '2026-11-30', places: 2 })).status).toBe(201)
    return stage
  }
  const booked = async ({ table }: Stage) => {
    const { faults, live } = await reconcile(table, HOUSE.id)
    expect(faults).toEqual([])
    return live.length
  }

  it.each(CHANGES)('books nothing after %s elsewhere', async (_, space, change, code) => {
    const stage = await remembering(space)
    await change(stage)
    expect((await stage.bookOn(stage.api, { date: '2026-12-10', places: 2 })).body.code).toBe(code)
    expect(await booked(stage)).toBe(1)
  })

  it.each(CHANGES.filter(([what]) => what !== 'a withdrawn membership' && what !== 'a closure'))(
    'may look at any copy of the version after %s',
    async (_, space, change) => {
      const stage = await remembering(space)
      const copies = Array.from({ length: VERSION_COPIES }, (_, copy) => siteVersionKey(HOUSE.id, copy))
      const versions = async () => (await readItems(stage.table, copies)).map((item) => item?.version)
      const before = await versions()
      await change(stage)
      const after = await versions()
      expect(new Set(before).size).toBe(1)
      expect(new Set(after).size).toBe(1)
      expect(after[0]).not.toBe(before[0])
    },
  )

  it('books at once what is newly lent elsewhere', async () => {
    const stage = await remembering({ ...BUREAU, capacity: 2 })
    await stage.change({ capacity: 3 })
    expect((await stage.bookOn(stage.api, { date: '2026-12-10', places: 3 })).status).toBe(201)
  })

  // A membership is read with each booking, and not remembered.
  it.each(CHANGES.filter(([what]) => what !== 'a withdrawn membership'))(
    'books nothing on what it read before %s',
    async (_, space, change, code) => {
      const stage = await remembering(space)
      const { bookings } = stage.api.deps
      let isChanged = false
      const slow = anApi(stage.table, {
        bookings: {
          ...bookings,
          readBookingFacts: async (keys) => {
            const facts = await bookings.readBookingFacts(keys)
            if (!isChanged) {
              isChanged = true
              await change(stage)
            }
            return facts
          },
        },
      })
      const { body } = await stage.bookOn(slow, { date: '2026-12-10', places: 2 })
      expect([isChanged, body.code]).toEqual([true, code])
      expect(await booked(stage)).toBe(1)
    },
  )
})
