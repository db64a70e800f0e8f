import * as z from 'zod'
import { HOOK_PAUSES, HOOK_TOPICS, type HookScope } from '../domain/hook.ts'
import { DELIVERY_STATES } from '../domain/hook-delivery.ts'
import { HOOK_EVENT_TYPES } from '../domain/hook-event.ts'
import type { HookId } from '../domain/ids.ts'
import { parseScope } from '../domain/parse-scope.ts'
import { id, LineText, reading } from './values.ts'

const HookScopeText = reading(
  z
    .string()
    .max(60)
    .meta({ examples: ['site:09410A', 'departement:51'] }),
  (text): HookScope | undefined => {
    const scope = parseScope(text)
    return scope?.kind === 'network' ? undefined : scope
  },
  'expected a scope such as site:09410A',
)

export const HookScopeParam = z.strictObject({ scope: HookScopeText })
export const HookParam = HookScopeParam.extend({ hook: id<HookId>('expected the id of a hook') })

export const NewHook = z.strictObject({
  name: LineText(60),
  url: z.string().min(1).max(2000),
  topics: z.array(z.enum(HOOK_TOPICS)).min(1).max(HOOK_TOPICS.length),
})

/** `number` is that of the new secret: the same one again changes nothing. */
export const NewHookSecret = z.strictObject({ number: z.int().min(2).max(1_000_000) })

/** Without `event`, all that are waiting or set aside. */
export const NewReplay = z.strictObject({ event: z.string().min(1).max(200).exactOptional() })

/** Instants in UTC. */
export const HookView = z.object({
  id: z.string(),
  scope: z.string(),
  name: z.string(),
  url: z.string(),
  topics: z.array(z.enum(HOOK_TOPICS)),
  secretNumber: z.int(),
  failingSince: z.string().optional(),
  pausedAt: z.string().optional(),
  pause: z.enum(HOOK_PAUSES).optional(),
  createdAt: z.string(),
})

export const HookList = z.object({ hooks: z.array(HookView), most: z.int() })

/** The secret is never shown again. */
export const MadeHook = HookView.extend({ secret: z.string() })

/** `answer`: an HTTP status, or why there was none. */
const Answer = z.string().meta({ examples: ['200', '503', 'too-slow', 'private-address'] })

export const HookTrial = z.object({ answer: Answer, arrived: z.boolean() })

export const DeliveryView = z.object({
  event: z.string(),
  type: z.enum(HOOK_EVENT_TYPES),
  at: z.string(),
  state: z.enum(DELIVERY_STATES),
  tries: z.int(),
  triedAt: z.string().optional(),
  nextAt: z.string().optional(),
  answer: Answer.optional(),
})

/** The latest first; `isWhole`: there are no more. */
export const DeliveryList = z.object({
  hook: HookView,
  deliveries: z.array(DeliveryView),
  isWhole: z.boolean(),
})

/** `isWhole`: nothing is left to replay. */
export const Replayed = z.object({ replayed: z.int(), isWhole: z.boolean() })

export type NewHook = z.input<typeof NewHook>
export type HookView = z.infer<typeof HookView>
export type HookList = z.infer<typeof HookList>
export type MadeHook = z.infer<typeof MadeHook>
export type HookTrial = z.infer<typeof HookTrial>
export type DeliveryView = z.infer<typeof DeliveryView>
export type DeliveryList = z.infer<typeof DeliveryList>
export type Replayed = z.infer<typeof Replayed>
