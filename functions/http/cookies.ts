import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const NAMES = {
  session: 'restante-session',
  challenge: 'restante-challenge',
  familiar: 'restante-familiar',
  issuer: 'restante-issuer',
} as const

/** Plain http exists only on developers' machines, where neither `__Host-` nor Secure works. */
export const isSecure = (c: Context) => c.req.header('x-forwarded-proto') !== 'http'
const prefixOf = (c: Context) => (isSecure(c) ? 'host' : undefined)

export const readCookie = (c: Context, name: keyof typeof NAMES): string | undefined =>
  getCookie(c, NAMES[name], prefixOf(c))

/** `SameSite=Lax`, so that links in messages open with the session; `maxAgeSeconds` at most 400 days. */
export const keepCookie = (
  c: Context,
  name: keyof typeof NAMES,
  value: string,
  maxAgeSeconds: number,
): void => {
  const prefix = prefixOf(c)
  setCookie(c, NAMES[name], value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: maxAgeSeconds,
    ...(prefix && { prefix }),
  })
}

export const dropCookie = (c: Context, name: keyof typeof NAMES): void => {
  deleteCookie(c, isSecure(c) ? `__Host-${NAMES[name]}` : NAMES[name], { path: '/', secure: isSecure(c) })
}
