import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { formatToken } from '../../functions/http/caller.ts'
import { hashOf, idOf } from '../../functions/use-cases/hash.ts'
import type { HolderId, SpaceId } from '../../shared/domain/ids.ts'
import type { Table } from '../../shared/store/client.ts'
import { holderKey, sessionKey } from '../../shared/store/keys/holder-keys.ts'
import { type Answer, aBookingBody, aKey } from '../support/api.ts'
import { NOW } from '../support/builders.ts'
import { waitOn } from '../support/waitlist.ts'
import type { Api } from './house.ts'

let people = 0

export type Person = {
  readonly cookie: string
  readonly book: (
    on: Api,
    body: Record<string, unknown>,
    key?: { 'idempotency-key': string },
  ) => Promise<Answer>
  readonly move: (on: Api, id: string, body: Record<string, unknown>) => Promise<Answer>
  readonly cancel: (on: Api, id: string) => Promise<Answer>
  readonly read: (on: Api, id: string) => Promise<Answer>
}

export const personOf = (cookie: string): Person => ({
  cookie,
  book: (on, body, key = aKey()) =>
    on.call('POST', '/bookings', { body: aBookingBody(body), headers: key, cookie }),
  move: (on, id, body) => on.call('PATCH', `/bookings/${id}`, { body, cookie }),
  cancel: (on, id) => on.call('DELETE', `/bookings/${id}`, { cookie }),
  read: (on, id) => on.call('GET', `/bookings/${id}`, { cookie }),
})

/** A signed-in person who acts through any API on the same table. */
export const aPerson = async (api: Api): Promise<Person> =>
  personOf(await api.signIn(`proof-${people++}@example.org`))

const AT_ONCE = 12

/** Signs many people in by batches: signing in by hundreds takes longer than the race. */
export const manyPeople = async ({ client, name }: Table, count: number): Promise<Person[]> => {
  const all = Array.from({ length: count }, () => {
    const email = `crowd-${people++}@example.org`
    return {
      id: idOf('holder', email) as HolderId,
      email,
      name: 'Camille',
      secret: hashOf(email).slice(0, 40),
    }
  })
  for (let at = 0; at < count; at += AT_ONCE) {
    const items = all.slice(at, at + AT_ONCE).flatMap(({ secret, ...holder }) => [
      { ...holderKey(holder.id), ...holder },
      { ...sessionKey(holder.id, hashOf(secret)), openedAt: NOW, seenAt: NOW },
    ])
    const RequestItems = { [name]: items.map((item) => ({ PutRequest: { Item: marshall(item) } })) }
    await client.send(new BatchWriteItemCommand({ RequestItems }))
  }
  return all.map(({ id, secret }) =>
    personOf(`__Host-restante-session=${formatToken({ holder: id, secret })}`),
  )
}

/** `offer` is a cancellation that somebody waits for. */
export const WRITES = ['book', 'move', 'cancel', 'offer'] as const
export type Write = (typeof WRITES)[number]

/** Adds a person who waits for the hour that a write of `offer` frees. */
export const waitForRoom = async (api: Api, day: string): Promise<void> => {
  const { cookie } = await aPerson(api)
  const window = { date: day, from: '09:00', to: '10:00', minutes: 60 }
  const { body } = await waitOn(api, cookie, { ...window, space: 'salle-a', use: 'room' })
  if (body.status !== 'waiting') throw new Error(`does not wait: ${JSON.stringify(body)}`)
}

/** Prepares a write on a day of its own; each call sends the same request with the same key. */
export const prepareWrite = async (
  write: Write,
  api: Api,
  day: string,
): Promise<(on: Api) => Promise<Answer>> => {
  const person = await aPerson(api)
  const place = { space: 'salle-a' as SpaceId, date: day, start: '09:00', end: '10:00' }
  const key = aKey()
  if (write === 'book') return (on) => person.book(on, place, key)
  const { body } = await person.book(api, { ...place, ...(write === 'offer' && { use: 'room' }) })
  if (write === 'offer') await waitForRoom(api, day)
  return write === 'move'
    ? (on) => person.move(on, body.id, { start: '09:30', end: '11:00' })
    : (on) => person.cancel(on, body.id)
}

let days = 0
/** A date that no other test of the file uses. */
export const aDay = (): string => new Date(Date.UTC(2027, 0, 1 + days++)).toISOString().slice(0, 10)
