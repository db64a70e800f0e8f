import { beforeAll, describe, expect, it } from 'vitest'
import type { HolderId } from '../../shared/domain/booking.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { type IdentityStore, identityStore } from '../../shared/store/identity-store.ts'
import type { Hash } from '../../shared/store/keys.ts'
import { NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

const LATER = addMinutes(NOW, 10)
const hash = (text: string) => text as Hash

describe.each(engines)('identities on $name', (engine) => {
  let store: IdentityStore
  beforeAll(async () => {
    store = identityStore(await freshTable(engine))
  })

  it('a code is dead after its tries, even with the right digits', async () => {
    await store.addCode(hash('tries'), '123456', 'a@example.org', LATER)
    for (let tries = 0; tries < 5; tries++) {
      expect(await store.tryCode(hash('tries'), '000000', NOW, 5)).toBe('wrong-code')
    }
    expect(await store.tryCode(hash('tries'), '123456', NOW, 5)).toBe('code-expired')
  })

  it('wrong tries at once are all counted', async () => {
    await store.addCode(hash('parallel'), '123456', 'a@example.org', LATER)
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => store.tryCode(hash('parallel'), '000000', NOW, 5)),
    )
    expect(answers.filter((answer) => answer === 'wrong-code')).toHaveLength(5)
  })

  it('a code past its time is refused though it is still in the table', async () => {
    await store.addCode(hash('late'), '123456', 'a@example.org', LATER)
    expect(await store.tryCode(hash('late'), '123456', LATER, 5)).toBe('code-expired')
  })

  it('an address that signs in twice at once is one holder', async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        store.findOrAddHolder(hash('mail'), 'b@example.org', `holder${at}` as HolderId),
      ),
    )
    expect(new Set(ids).size).toBe(1)
  })

  it('somebody at an issuer who signs in twice at once is one holder, who leads back to what they are there', async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        store.findOrAddIdentity(hash('issuer and subject'), { id: `staff${at}` as HolderId, email: 'b@example.org' }),
      ),
    )
    const [id] = new Set(ids)
    expect(new Set(ids).size).toBe(1)
    expect(await store.findHolder(id as HolderId)).toMatchObject({ id, identity: 'issuer and subject' })
    expect(await store.findByEmail(hash('b@example.org'))).toBeUndefined()
  })

  it('a way back from an issuer leads in once', async () => {
    const spent = await Promise.all(Array.from({ length: 10 }, () => store.spendState(hash('state'), LATER)))
    expect(spent.filter(Boolean)).toHaveLength(1)
  })

  it('a number of codes an hour is sent to an address, then none until the next', async () => {
    const counted = await Promise.all(Array.from({ length: 50 }, () => store.countCode(hash('often'), NOW, 5)))
    expect(counted.filter(Boolean)).toHaveLength(5)
    expect(await store.countCode(hash('often'), addMinutes(NOW, 60), 5)).toBe(true)
    expect(await store.countCode(hash('other'), NOW, 5)).toBe(true)
  })
})
