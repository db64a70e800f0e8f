import { describe, expect, it } from 'vitest'
import type { SiteId } from '../../shared/domain/ids.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { anApi, untilDecided } from '../support/api.ts'
import { engines } from '../support/engine.ts'
import { atRandom } from '../support/faulty-client.ts'
import { scanImages } from '../support/scan.ts'
import { holderOf } from '../support/waitlist-entry.ts'
import { aHouse, faultyApi, HOUSE, lentSpace } from './house.ts'
import { withSeed } from './random.ts'

const ROUNDS = 4
const AT_ONCE = 12
const CONFLICTS = 0.2
const HOUSEHOLD = ['Odile Vasseur', 'Paul Vasseur', 'Zoé Vasseur']

describe.each(engines)('admissions at the same moment on $name', (engine) => {
  it(`of three new people who share a phone make three people, ${AT_ONCE} at once, ${ROUNDS} times`, async () => {
    await withSeed(async (random) => {
      const table = await aHouse(engine, [lentSpace('bureau')])
      const on = faultyApi(engine, table, atRandom(random, CONFLICTS, ['conflict'], /TransactWrite/))
      const calm = anApi(table)
      const cookie = await calm.signIn('manager@example.org')
      const grant = { role: 'manager', scope: atSite(HOUSE.id as SiteId) } as const
      await calm.deps.grants.give(await holderOf(calm, 'manager@example.org'), grant)
      for (let round = 0; round < ROUNDS; round++) {
        const phone = `03 26 11 22 ${10 + round}`
        const admit = (at: number) => {
          const person = { name: HOUSEHOLD[at % HOUSEHOLD.length], phone }
          const body = { person, public: 'member' }
          return untilDecided(() => on.call('PUT', `/sites/${HOUSE.id}/members`, { body, cookie }))
        }
        const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => admit(at)))
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
        const { body } = await on.call('GET', `/sites/${HOUSE.id}/members`, { cookie })
        const admitted = body.members.filter((each: { phone?: string }) => each.phone === phone)
        expect(admitted.map(({ name }: { name: string }) => name)).toEqual(HOUSEHOLD)
      }
      const items = await scanImages(table)
      const people = items.filter(({ sk, phone }) => sk?.S === 'HOLDER' && phone)
      expect(people).toHaveLength(ROUNDS * HOUSEHOLD.length)
    })
  }, 120_000)
})
