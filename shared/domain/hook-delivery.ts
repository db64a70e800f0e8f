import type { HookEventType } from './hook-event.ts'
import type { HookId } from './ids.ts'
import type { Instant } from './instant.ts'

/** `set-aside`: it was tried for three days in vain, and waits for somebody to replay it. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'set-aside'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/**
 * An event on its way to a hook. `since`: noted, or replayed last. `answer`: a status, or why there was none,
 * at `triedAt`.
 */
export type HookDelivery = {
  readonly hook: HookId
  readonly event: string
  readonly type: HookEventType
  readonly at: Instant
  readonly body: string
  readonly state: DeliveryState
  readonly since: Instant
  readonly nextAt?: Instant | undefined
  readonly tries: number
  readonly triedAt?: Instant | undefined
  readonly answer?: string | undefined
}

const GAPS_SECONDS = [10, 60, 300, 1800, 7200, 18_000, 36_000] as const
const TRIED_FOR_MS = 3 * 86_400_000
/** So that what failed together does not come back together. */
const JITTER = 0.2

export const hasArrived = (answer: string): boolean => /^2\d\d$/.test(answer)

/** The receiver says that nobody will ever listen there again. */
export const isGone = (answer: string): boolean => answer === '410'

/** `chance` is from 0 to 1. */
const gapMsAfter = (tries: number, chance: number): number => {
  const seconds = GAPS_SECONDS[Math.min(tries, GAPS_SECONDS.length) - 1] ?? GAPS_SECONDS[0]
  return Math.round(seconds * 1000 * (1 + JITTER * (2 * chance - 1)))
}

export const afterTry = (
  delivery: HookDelivery,
  answer: string,
  { now, chance }: { readonly now: Instant; readonly chance: number },
): HookDelivery => {
  const tries = delivery.tries + 1
  const tried = { ...delivery, tries, answer, triedAt: now, nextAt: undefined }
  if (hasArrived(answer)) return { ...tried, state: 'delivered' }
  const lastAt = delivery.since + TRIED_FOR_MS
  if (now >= lastAt) return { ...tried, state: 'set-aside' }
  const nextAt = Math.min(now + gapMsAfter(tries, chance), lastAt) as Instant
  return { ...tried, state: 'waiting', nextAt }
}

/** Under the same event: who has it already knows it. */
export const replayed = (delivery: HookDelivery, now: Instant): HookDelivery => ({
  ...delivery,
  state: 'waiting',
  tries: 0,
  since: now,
  nextAt: now,
})
