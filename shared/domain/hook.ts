import type { HolderId, HookId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { AddressFault } from './outside-address.ts'
import { covers, type Resource, type Scope } from './rights.ts'

/** What a hook may ask to hear of. */
export const HOOK_TOPICS = ['booking', 'workshop', 'closure', 'call'] as const
export type HookTopic = (typeof HOOK_TOPICS)[number]

/** `failing`: no event arrived for three days. `gone`: the address said that it is there no more. */
export const HOOK_PAUSES = ['failing', 'gone'] as const
type HookPause = (typeof HOOK_PAUSES)[number]

export type HookScope = Exclude<Scope, { readonly kind: 'network' }>

/** `failingSince`: nothing has arrived since. For a day after `replacedAt` the secret before signs as well. */
export type Hook = {
  readonly id: HookId
  readonly scope: HookScope
  readonly name: string
  readonly url: string
  readonly topics: readonly HookTopic[]
  readonly secret: number
  readonly replacedAt?: Instant | undefined
  readonly failingSince?: Instant | undefined
  readonly pausedAt?: Instant | undefined
  readonly pause?: HookPause | undefined
  readonly createdAt: Instant
}

export type HookRefusal =
  | { readonly kind: 'address-unfit'; readonly fault: AddressFault }
  | { readonly kind: 'too-many-hooks'; readonly most: number }
  | { readonly kind: 'topic-unfit' }

/** Of one scope. */
export const MOST_HOOKS = 5

const DAY_MS = 86_400_000
/** An event is tried for three days, and its first try may be late. */
const PAUSED_AFTER_MS = 3 * DAY_MS - DAY_MS / 24
const DELIVERIES_KEPT_MS = 30 * DAY_MS

/** Of an association there are only bookings. */
export const topicsOf = ({ kind }: HookScope): readonly HookTopic[] =>
  kind === 'association' ? ['booking'] : HOOK_TOPICS

/** A paused hook hears later what happens now; after a month, nobody does. */
export const isListening = ({ pausedAt }: Hook, now: Instant): boolean =>
  pausedAt === undefined || now < pausedAt + DELIVERIES_KEPT_MS

export const isLastingFailure = ({ failingSince }: Hook, now: Instant): boolean =>
  failingSince !== undefined && failingSince + PAUSED_AFTER_MS <= now

/** By number: the newest first. */
export const signingSecretsOf = ({ secret, replacedAt }: Hook, now: Instant): number[] =>
  replacedAt !== undefined && now < replacedAt + DAY_MS ? [secret, secret - 1] : [secret]

/** Where something happened, and whose it is where that is an association. */
export type HookSubject = {
  readonly sites: readonly NonNullable<Resource['site']>[]
  readonly association?: HolderId | undefined
}

export const concerns = ({ scope }: Hook, { sites, association }: HookSubject): boolean =>
  scope.kind === 'association' ? scope.association === association : sites.some((site) => covers(scope, site))
