import { formatApiKey, parseApiKey } from '../../functions/use-cases/api-key-token.ts'
import type { KeyRole } from '../../shared/domain/key-role.ts'
import { aKey, type anApi } from './api.ts'

type Api = Pick<ReturnType<typeof anApi>, 'call'>

type Wanted = { readonly role?: KeyRole; readonly name?: string; readonly days?: number }

/** A key that somebody in charge made, as its tool sends it. */
export const madeKey = async (
  api: Api,
  cookie: string,
  scope: string,
  { role = 'writer', name = 'Agenda de la mairie', days = 90 }: Wanted = {},
): Promise<{ readonly id: string; readonly token: string }> => {
  const body = { name, role, days }
  const { status, body: made } = await api.call('POST', `/api-keys/${scope}`, {
    body,
    headers: aKey(),
    cookie,
  })
  if (status !== 201) throw new Error(JSON.stringify(made))
  return made
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** The same identifier with another secret, and a checksum that fits. */
export const guessOf = (token: string, at = 0): string => {
  const secret = String(at).padStart(40, '0')
  return formatApiKey({ id: parseApiKey(token)?.id ?? ('' as never), secret })
}
