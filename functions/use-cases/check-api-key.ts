import { type ApiKey, isKeyValid } from '../../shared/domain/api-key.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import type { Dependencies } from '../dependencies.ts'
import { parseApiKey } from './api-key-token.ts'
import { hashOf, isSameSecret } from './hash.ts'

/** The key is read at each request, so that one that is revoked ends at the next. Notes once a day that it is used. */
export const checkApiKey = async (
  text: string,
  { apiKeys, now }: Pick<Dependencies, 'apiKeys' | 'now'>,
): Promise<ApiKey | undefined> => {
  const token = parseApiKey(text)
  const key = token && (await apiKeys.findApiKey(token.id))
  if (!key || !isSameSecret(key.secret, hashOf('api-key', token.secret)) || !isKeyValid(key, now()))
    return undefined
  const { date: today } = localTimeAt(now(), key.timeZone)
  if (key.lastUsedOn === undefined || key.lastUsedOn < today) await apiKeys.noteUse(key.id, today)
  return key
}
