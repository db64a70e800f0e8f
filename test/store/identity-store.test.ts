import { beforeAll, describe, expect, it } from 'vitest'
import type { Hash, HolderId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { type IdentityStore, identityStore } from '../../shared/store/identity-store.ts'
import { NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

const LATER = addMinutes(NOW, 10)
const hash = (text: string) => text as Hash

describe.each(engines)('identities on $name', (engine) => {
  let store: IdentityStore
  beforeAll(async () => {
    store = identityStore(await freshTable(engine))
  })

  it('a challenge is dead after its tries, whatever is answered then', async () => {
    await store.addChallenge(hash('tries'), 'a@example.org', LATER)
    for (let tries = 0; tries < 5; tries++)
      expect(await store.tryChallenge(hash('tries'), NOW, 5)).toBe('a@example.org')
    expect(await store.tryChallenge(hash('tries'), NOW, 5)).toBeUndefined()
  })

  it('tries at once are all counted', async () => {
    await store.addChallenge(hash('parallel'), 'a@example.org', LATER)
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => store.tryChallenge(hash('parallel'), NOW, 5)),
    )
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(5)
  })

  it('a challenge past its time is dead though it is still in the table', async () => {
    await store.addChallenge(hash('late'), 'a@example.org', LATER)
    expect(await store.tryChallenge(hash('late'), LATER, 5)).toBeUndefined()
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
        store.findOrAddIdentity(hash('issuer and subject'), {
          id: `staff${at}` as HolderId,
          email: 'b@example.org',
        }),
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
})
