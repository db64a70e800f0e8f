import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { HolderId } from '../domain/ids.ts'
import type { Seal } from './mail-secrets.ts'

const CIPHER = 'aes-256-gcm'
const [NONCE_BYTES, TAG_BYTES] = [12, 16]

const keyOf = (seal: Seal): Buffer => Buffer.from(seal('preferences', 'key'), 'hex')

/** Stands in links of messages: it names nobody to who reads it, and nobody makes one without the mail key. */
export const preferencesTokenOf = (seal: Seal, holder: HolderId): string => {
  const nonce = Buffer.from(seal('preferences', holder), 'hex').subarray(0, NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, keyOf(seal), nonce)
  const hidden = Buffer.concat([cipher.update(holder, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')
}

/** Undefined for what is no token of ours. */
export const holderOfPreferencesToken = (seal: Seal, token: string): HolderId | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  const [tagAt, hiddenAt] = [NONCE_BYTES, NONCE_BYTES + TAG_BYTES]
  if (bytes.length <= hiddenAt || bytes.toString('base64url') !== token) return undefined
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(seal), bytes.subarray(0, tagAt))
    decipher.setAuthTag(bytes.subarray(tagAt, hiddenAt))
    const holder = Buffer.concat([decipher.update(bytes.subarray(hiddenAt)), decipher.final()])
    return holder.toString('utf8') as HolderId
  } catch {
    return undefined
  }
}
