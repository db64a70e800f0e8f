import { setTimeout as sleep } from 'node:timers/promises'
import type { LocalService } from './local-service.ts'

export type Session = { readonly cookie: string }

export const json = { 'content-type': 'application/json' }

const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? ''

const codeFor = async (origin: string, email: string): Promise<string> => {
  for (let waits = 0; waits < 400; waits++) {
    const messages: { to: string; text: string }[] = await (
      await fetch(`${origin}/_mailbox/messages.json`)
    ).json()
    const code = /\b\d{6}\b/.exec(messages.find(({ to }) => to === email)?.text ?? '')?.[0]
    if (code) return code
    await sleep(50)
  }
  throw new Error('no message came')
}

export const signIn = async ({ origin }: LocalService, email: string): Promise<Session> => {
  const asked = await fetch(`${origin}/api/auth/codes`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email }),
  })
  const code = await codeFor(origin, email)
  const opened = await fetch(`${origin}/api/auth/sessions`, {
    method: 'POST',
    headers: { ...json, cookie: cookieOf(asked) },
    body: JSON.stringify({ code, name: 'Camille' }),
  })
  if (opened.status !== 201) throw new Error(`no session: ${opened.status}`)
  return { cookie: cookieOf(opened) }
}

type Jar = Map<string, string>

/** Keeps cookies and follows redirects, as a browser does. */
const browse = async (jar: Jar, address: string, body?: URLSearchParams): Promise<Response> => {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(address, {
    redirect: 'manual',
    headers: { cookie },
    ...(body && { method: 'POST', body }),
  })
  for (const each of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(each) ?? []
    jar.set(name, value)
  }
  const next = response.headers.get('location')
  return next ? browse(jar, new URL(next, address).href) : response
}

/** Signs a member of the demo's staff in at the local issuer. */
export const signInStaff = async (
  { origin }: Pick<LocalService, 'origin'>,
  subject: string,
  { secondFactor = true } = {},
): Promise<Session> => {
  const jar: Jar = new Map()
  const { url } = await browse(jar, `${origin}/api/auth/oidc?next=/`)
  await browse(jar, url, new URLSearchParams({ subject, ...(secondFactor && { secondFactor: 'on' }) }))
  const session = jar.get('restante-session')
  if (!session) throw new Error(`no session for ${subject}`)
  return { cookie: `restante-session=${session}` }
}

export type Free = { date: string; space: string; start: string; end: string }

/** An end of a range, which may be past midnight, unlike a range. */
export const hourAfter = (start: string): string =>
  `${String(Number(start.slice(0, 2)) + 1).padStart(2, '0')}${start.slice(2)}`

/** Free hours from tomorrow on, since what is left of today depends on the hour. */
export const firstFree = async ({ origin }: LocalService, site = '09410A'): Promise<Free> => {
  const { days } = await (await fetch(`${origin}/api/sites/${site}/availability?days=14`)).json()
  for (const { date, spaces } of days.slice(1)) {
    for (const { space, free } of spaces) {
      const time = free.find(({ start, end }: Free) => hourAfter(start) <= end)
      if (time) return { date, space, ...time }
    }
  }
  throw new Error('nothing is free')
}
