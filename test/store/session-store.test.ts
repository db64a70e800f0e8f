import { beforeAll, describe, expect, it } from 'vitest'
import type { Hash, HolderId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import type { Session } from '../../shared/domain/session.ts'
import { type AccountStore, accountStore } from '../../shared/store/account-store.ts'
import { type IdentityStore, identityStore } from '../../shared/store/identity-store.ts'
import { type SessionStore, sessionStore } from '../../shared/store/session-store.ts'
import { NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

const LATER = addMinutes(NOW, 60)
const hash = (text: string) => text as Hash
const aSession = (changes: Partial<Session> = {}): Session => ({
  method: 'issuer',
  secondFactor: true,
  device: 'computer',
  openedAt: NOW,
  seenAt: NOW,
  ...changes,
})

describe.each(engines)('sessions on $name', (engine) => {
  let store: SessionStore
  let identities: IdentityStore
  let accounts: AccountStore
  const holder = (name: string) =>
    identities.findOrAddHolder(hash(name), `${name}@example.org`, name as HolderId)
  const seenAt = async (id: HolderId, at = NOW) =>
    (await store.listOpen(id, at)).map((session) => session.seenAt)
  beforeAll(async () => {
    const table = await freshTable(engine)
    store = sessionStore(table)
    identities = identityStore(table)
    accounts = accountStore(table)
  })

  it('stay closed when they are added again', async () => {
    const id = await holder('closed')
    await Promise.all([
      store.addSession(id, hash('s'), aSession()),
      store.addSession(id, hash('s'), aSession()),
    ])
    await store.closeSession(id, hash('s'), NOW)
    await store.addSession(id, hash('s'), aSession())
    expect(await store.findSignedIn(id, hash('s'), NOW)).toBeUndefined()
  })

  it('end when they are closed and at their time, and serve their own holder only', async () => {
    const id = await holder('ends')
    await store.addSession(id, hash('one'), aSession({ secondFactor: false }))
    await store.addSession(id, hash('two'), aSession())
    expect(await store.findSignedIn(id, hash('one'), NOW)).toEqual({
      id,
      email: 'ends@example.org',
      secondFactor: false,
    })
    expect(await store.findSignedIn(id, hash('one'), LATER)).toBeUndefined()
    await store.closeSession(id, hash('one'), NOW)
    expect(await store.findSignedIn(id, hash('one'), NOW)).toBeUndefined()
    expect(await store.findSignedIn(id, hash('two'), NOW)).toBeDefined()
    expect(await store.findSignedIn(await holder('other'), hash('two'), NOW)).toBeUndefined()
  })

  it('record their use once in five minutes, though they are used many times at once', async () => {
    const id = await holder('used')
    await store.addSession(id, hash('s'), aSession())
    await store.findSignedIn(id, hash('s'), addMinutes(NOW, 4))
    expect(await seenAt(id)).toEqual([NOW])
    await Promise.all(
      Array.from({ length: 10 }, () => store.findSignedIn(id, hash('s'), addMinutes(NOW, 59))),
    )
    expect(await seenAt(id)).toEqual([addMinutes(NOW, 59)])
    expect(await store.findSignedIn(id, hash('s'), addMinutes(NOW, 118))).toBeDefined()
    expect(await store.findSignedIn(id, hash('s'), addMinutes(NOW, 118 + 60))).toBeUndefined()
  })

  it('stay closed when they are used at the moment of closing', async () => {
    const id = await holder('raced')
    await store.addSession(id, hash('s'), aSession())
    await Promise.all([
      store.closeSession(id, hash('s'), addMinutes(NOW, 6)),
      ...Array.from({ length: 5 }, () => store.findSignedIn(id, hash('s'), addMinutes(NOW, 6))),
    ])
    expect(await store.findSignedIn(id, hash('s'), addMinutes(NOW, 6))).toBeUndefined()
  })

  it('end with the next request of a disabled holder', async () => {
    const id = await holder('disabled')
    await store.addSession(id, hash('s'), aSession())
    await accounts.disable(id, NOW)
    expect(await store.findSignedIn(id, hash('s'), NOW)).toBeUndefined()
  })
})
