import * as z from 'zod'
import { DELIVERY_STATES, type DeliveryState, type HookDelivery } from '../domain/hook-delivery.ts'
import { HOOK_EVENT_TYPES } from '../domain/hook-event.ts'
import type { HookId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { branded, InstantItem } from './branded.ts'
import { type Item, readItems, type Table } from './client.ts'
import { IS_ABSENT, when } from './expression.ts'
import { queryIndex } from './index-query.ts'
import { deliveriesIn, deliveryKey, deliveryListed } from './keys/hook-keys.ts'
import { BY_LOOKUP, EVERYTHING, EXPIRY, keyOf, sortable } from './keys/key.ts'
import { putItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                      | how                                              | read   |
 | what is due of a hook       | query of by-lookup by time, then gets            | strong |
 | deliveries of a hook        | query of by-lookup for each state, then gets     | strong |
 | one delivery                | get                                              | strong |
 | note an event, once         | put where there is none                          |        |
 | note a try, replay          | put where nothing else was noted since           |        |
*/

const DeliveryItem = z.object({
  hook: branded<HookId>(),
  event: z.string(),
  type: z.enum(HOOK_EVENT_TYPES),
  at: InstantItem,
  body: z.string(),
  state: z.enum(DELIVERY_STATES),
  since: InstantItem,
  nextAt: InstantItem.exactOptional(),
  tries: z.int().min(0),
  triedAt: InstantItem.exactOptional(),
  answer: z.string().exactOptional(),
})

const KEPT_SECONDS = 30 * 86_400

const deliveryItem = (delivery: HookDelivery): Item => {
  const { hook, event, state, at, nextAt = at } = delivery
  return {
    ...deliveryKey(hook, event),
    ...delivery,
    ...deliveryListed(hook, state, nextAt),
    [EXPIRY]: Math.floor(at / 1000) + KEPT_SECONDS,
  }
}

const read = async (table: Table, keys: readonly Item[]): Promise<HookDelivery[]> =>
  (await readItems(table, keys.map(keyOf))).flatMap((item) => (item ? DeliveryItem.parse(item) : []))

/** The first note of an event holds. */
const noteEvent = async (table: Table, delivery: HookDelivery): Promise<void> => {
  await putItem(table, deliveryItem(delivery), IS_ABSENT)
}

/** The index lags: what was tried since is left out. */
const listDue = async (table: Table, hook: HookId, now: Instant, most: number): Promise<HookDelivery[]> => {
  const range = { from: '0', to: sortable(now), most }
  const listed = await queryIndex(table, BY_LOOKUP, deliveriesIn(hook, 'waiting'), range)
  return (await read(table, listed)).filter(({ nextAt = 0, state }) => state === 'waiting' && nextAt <= now)
}

/** The latest first. */
const listDeliveries = async (
  table: Table,
  hook: HookId,
  state: DeliveryState,
  most: number,
): Promise<HookDelivery[]> => {
  const range = { ...EVERYTHING, most, forward: false }
  const listed = await queryIndex(table, BY_LOOKUP, deliveriesIn(hook, state), range)
  return (await read(table, listed)).filter((delivery) => delivery.state === state)
}

const findDelivery = async (table: Table, hook: HookId, event: string): Promise<HookDelivery | undefined> =>
  (await read(table, [deliveryKey(hook, event)]))[0]

/** False when another try, or somebody who replays it, came between. */
const change = (table: Table, from: HookDelivery, to: HookDelivery): Promise<boolean> =>
  putItem(
    table,
    deliveryItem(to),
    when`#state = ${from.state} AND #tries = ${from.tries} AND #since = ${from.since}`,
  )

export type DeliveryStore = ReturnType<typeof deliveryStore>

export const deliveryStore = (table: Table) =>
  storeOf(table, { noteEvent, listDue, listDeliveries, findDelivery, change })
