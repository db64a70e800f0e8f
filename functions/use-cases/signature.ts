import { createHmac } from 'node:crypto'
import type { Instant } from '../../shared/domain/instant.ts'

type Signed = { readonly id: string; readonly timestamp: number; readonly body: string }

/** As https://www.standardwebhooks.com specifies; `secret` is base64, with or without `whsec_`. */
export const signatureOf = (secret: string, { id, timestamp, body }: Signed): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

/** All secrets sign, so that receivers switch to a new one at any time. */
export const signedHeaders = (
  { id, body }: Pick<Signed, 'id' | 'body'>,
  { secrets, now }: { readonly secrets: readonly string[]; readonly now: Instant },
): Readonly<Record<string, string>> => {
  const timestamp = Math.floor(now / 1000)
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map((secret) => signatureOf(secret, { id, timestamp, body })).join(' '),
  }
}
