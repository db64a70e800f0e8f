import { describe, expect, it } from 'vitest'
import type { HolderId } from '../../shared/domain/ids.ts'
import { sealBy } from '../../shared/store/mail-secrets.ts'
import { holderOfPreferencesToken, preferencesTokenOf } from '../../shared/store/preferences-token.ts'

const holder = '0a1b2c3d4e5f6g7h8j9k' as HolderId
const seal = sealBy('a key of the mail')
const token = preferencesTokenOf(seal, holder)

describe('the token of a message', () => {
  it('leads to its reader, and is the same each time', () => {
    expect(holderOfPreferencesToken(seal, token)).toBe(holder)
    expect(preferencesTokenOf(seal, holder)).toBe(token)
  })

  it('names nobody, and fits into a line of a header', () => {
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain(holder)
    expect(token).not.toContain(holder)
    expect(token).toMatch(/^[\w-]{64}$/)
  })

  it('is refused when another key made it, or when any letter of it differs', () => {
    expect(holderOfPreferencesToken(sealBy('another key'), token)).toBeUndefined()
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A'
      const changed = `${token.slice(0, at)}${other}${token.slice(at + 1)}`
      expect(holderOfPreferencesToken(seal, changed)).toBeUndefined()
    }
  })

  it.each(['', 'A', token.slice(0, 38), `${token}A`, `${token}=`, 'é'.repeat(64), ' '.repeat(64)])(
    'is refused where it is %j',
    (text) => expect(holderOfPreferencesToken(seal, text)).toBeUndefined(),
  )
})
