import { type Hook, signingSecretsOf } from '../../shared/domain/hook.ts'
import type { HookDelivery } from '../../shared/domain/hook-delivery.ts'
import type { HookEvent } from '../../shared/domain/hook-event.ts'
import type { Instant, TimeZone } from '../../shared/domain/instant.ts'
import type { Seal } from '../../shared/store/mail-secrets.ts'
import type { Dependencies } from '../dependencies.ts'
import { signedHeaders } from './signature.ts'

const VERSION = 1

/** Times in `data` are those of the site's clock, in its `timeZone`. */
export const bodyOf = (type: string, at: Instant, data: object): string =>
  JSON.stringify({ type, version: VERSION, timestamp: new Date(at).toISOString(), data })

export const newDelivery = (
  { id: event, type, data }: HookEvent,
  timeZone: TimeZone | undefined,
  at: Instant,
): Omit<HookDelivery, 'hook'> => ({
  ...{ event, type, at, since: at, nextAt: at },
  body: bodyOf(type, at, { ...data, timeZone }),
  ...{ state: 'waiting', tries: 0 },
})

/** Derived, and stored nowhere. */
export const hookSecretOf = (seal: Seal, { id }: Pick<Hook, 'id'>, number: number): string =>
  `whsec_${Buffer.from(seal('hook', id, String(number)), 'hex').toString('base64')}`

type Deps = Pick<Dependencies, 'seal' | 'outside' | 'now'>

/** Answers the status, or why there was none. */
export const tellHook = async (
  hook: Hook,
  { event, body }: Pick<HookDelivery, 'event' | 'body'>,
  { seal, outside, now }: Deps,
  limit: { readonly limitMs?: number } = {},
): Promise<string> => {
  const at = now()
  const secrets = signingSecretsOf(hook, at).map((number) => hookSecretOf(seal, hook, number))
  const headers = signedHeaders({ id: event, body }, { secrets, now: at })
  const answer = await outside({ url: hook.url, method: 'POST', headers, body, ...limit })
  return answer.ok ? String(answer.value.status) : answer.error
}
