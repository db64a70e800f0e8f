import { beforeAll, describe, expect, it } from 'vitest'
import type { Hash, HolderId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { challengeStore } from '../../shared/store/challenge-store.ts'
import { type IdentityStore, identityStore } from '../../shared/store/identity-store.ts'
import { NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

const LATER = addMinutes(NOW, 10)
const hash = (text: string) => text as Hash

describe.each(engines)('identities on $name', (engine) => {
  let store: IdentityStore
  let challenges: ReturnType<typeof challengeStore>
  beforeAll(async () => {
    const table = await freshTable(engine)
    store = identityStore(table)
    challenges = challengeStore(table)
  })

  it('lose a challenge after five tries, whatever is answered then', async () => {
    await challenges.addChallenge(hash('tries'), { email: 'a@example.org' }, LATER)
    for (let tries = 0; tries < 5; tries++)
      expect(await challenges.tryChallenge(hash('tries'), NOW, 5)).toBe('a@example.org')
    expect(await challenges.tryChallenge(hash('tries'), NOW, 5)).toBeUndefined()
  })

  it('count each of the tries that come at once', async () => {
    await challenges.addChallenge(hash('parallel'), { email: 'a@example.org' }, LATER)
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => challenges.tryChallenge(hash('parallel'), NOW, 5)),
    )
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(5)
  })

  it('lose a challenge after its time though it is still in the table', async () => {
    await challenges.addChallenge(hash('late'), { email: 'a@example.org' }, LATER)
    expect(await challenges.tryChallenge(hash('late'), LATER, 5)).toBeUndefined()
  })

  it('give one holder to an address that signs in ten times at once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        store.findOrAddHolder(hash('mail'), 'b@example.org', `holder${at}` as HolderId),
      ),
    )
    expect(new Set(ids).size).toBe(1)
  })

  it('give one holder to a subject that signs in ten times at once, and keep the subject', async () => {
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

  it('accept an authorization request of the issuer once', async () => {
    const spent = await Promise.all(
      Array.from({ length: 10 }, () => challenges.spendState(hash('state'), LATER)),
    )
    expect(spent.filter(Boolean)).toHaveLength(1)
  })
})
