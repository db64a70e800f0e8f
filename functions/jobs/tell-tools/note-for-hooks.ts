import { concerns, type Hook, isListening } from '../../../shared/domain/hook.ts'
import { type HookEvent, topicOf } from '../../../shared/domain/hook-event.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { DeliveryStore } from '../../../shared/store/delivery-store.ts'
import { hookEventOf } from '../../../shared/store/hook-events.ts'
import type { HookStore } from '../../../shared/store/hook-store.ts'
import type { StreamRecord } from '../../../shared/store/outbox.ts'
import type { SiteStore } from '../../../shared/store/site-store.ts'
import { newDelivery } from '../../use-cases/hook-message.ts'

export type NotingDependencies = {
  readonly now: () => Instant
  readonly hooks: Pick<HookStore, 'listAllHooks' | 'readVersion'>
  readonly deliveries: Pick<DeliveryStore, 'noteEvent'>
  readonly sites: Pick<SiteStore, 'findLocation'>
}

/** Reads one small item each time, and all hooks when one of them has changed. */
export const rememberingHooks = ({ hooks }: NotingDependencies): (() => Promise<readonly Hook[]>) => {
  let known: { readonly version: number; readonly hooks: readonly Hook[] } = { version: 0, hooks: [] }
  return async () => {
    const version = await hooks.readVersion()
    if (version !== known.version) known = { version, hooks: await hooks.listAllHooks() }
    return known.hooks
  }
}

const findLocations = async ({ sites }: HookEvent, deps: NotingDependencies) =>
  (await Promise.all(sites.map(deps.sites.findLocation))).filter((site) => site !== undefined)

/** Once for each hook, however often the record comes. */
export const noteForHooks = async (
  record: StreamRecord,
  hooks: readonly Hook[],
  deps: NotingDependencies,
): Promise<void> => {
  if (hooks.length === 0) return
  const event = hookEventOf(record)
  const now = deps.now()
  const asking = hooks.filter(
    (hook) => event && hook.topics.includes(topicOf(event.type)) && isListening(hook, now),
  )
  if (!event || asking.length === 0) return
  const sites = await findLocations(event, deps)
  const { association } = event
  const told = asking.filter((hook) => concerns(hook, { sites, association }))
  const delivery = newDelivery(event, sites[0]?.timeZone, now)
  await Promise.all(told.map(({ id }) => deps.deliveries.noteEvent({ ...delivery, hook: id })))
}
