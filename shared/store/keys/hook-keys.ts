import type { HookScope } from '../../domain/hook.ts'
import type { DeliveryState } from '../../domain/hook-delivery.ts'
import type { HookId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/instant.ts'
import { formatScope } from '../../domain/rights.ts'
import { BY_LOOKUP, beginningWith, type Key, type PartitionRange, sortable } from './key.ts'

/** All partitions of hooks begin so. */
export const ALL_HOOKS = 'HOOK'
/** Few: all of them are read at once, and those of a scope together. */
export const HOOKS = 'HOOKS'
const HOOK = 'HOOK#'
export const hookKey = (scope: HookScope, id: HookId): Key => ({
  pk: HOOKS,
  sk: `${HOOK}${formatScope(scope)}#${id}`,
})
export const hooksOf = (scope: HookScope): PartitionRange => ({
  pk: HOOKS,
  ...beginningWith(`${HOOK}${formatScope(scope)}#`),
})
export const isHookKey = ({ pk, sk }: Key): boolean => pk === HOOKS && sk.startsWith(HOOK)
export const allHooks: PartitionRange = { pk: HOOKS, ...beginningWith(HOOK) }
/** Says when any of them has changed. */
export const hooksVersionKey: Key = { pk: HOOKS, sk: 'VERSION' }

export const deliveryKey = (hook: HookId, event: string): Key => ({
  pk: `HOOK-DELIVERIES#${hook}`,
  sk: `DELIVERY#${event}`,
})

/** In the index by-lookup: what waits sorts by when it is due, the rest by when it happened. */
export const deliveriesIn = (hook: HookId, state: DeliveryState): string => `DELIVERIES#${hook}#${state}`
export const deliveryListed = (hook: HookId, state: DeliveryState, at: Instant) =>
  ({
    [BY_LOOKUP.partitionKey]: deliveriesIn(hook, state),
    [BY_LOOKUP.sortKey]: sortable(at),
  }) as const
