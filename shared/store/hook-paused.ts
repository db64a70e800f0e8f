import type { Hook } from '../domain/hook.ts'
import type { Item } from './client.ts'
import { hookOf } from './hook-store.ts'

export type HookPausedEvent = { readonly kind: 'hook-paused'; readonly id: string; readonly hook: Hook }

/** A hook that is told no more from now on. */
export const hookPausedEventOf = (from: Item | undefined, to: Item): HookPausedEvent | undefined => {
  const hook = hookOf(to)
  const isNew = hook.pausedAt !== undefined && (!from || hookOf(from).pausedAt === undefined)
  return isNew ? { kind: 'hook-paused', id: `${to.pk}#${to.sk}#${hook.pausedAt}`, hook } : undefined
}
