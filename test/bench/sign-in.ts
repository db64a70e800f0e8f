import { type Answer, anApi } from '../support/api.ts'
import { anIssuer } from '../support/issuer.ts'
import { answered } from './operations.ts'
import { count, type Section } from './section.ts'
import { installedEngines, withTable } from './stage.ts'
import { type Metered, meterOf } from './store-meter.ts'

const cookieOf = ({ headers }: Answer, name: string): string =>
  headers
    .getSetCookie()
    .find((each) => each.startsWith(`__Host-restante-${name}=`))
    ?.split(';')[0] ?? ''

const row = (name: string, { requests, trips, readUnits, writeUnits }: Metered): string[] => [
  name,
  count(requests),
  count(trips),
  String(readUnits),
  String(writeUnits),
]

/** Requests to the table of a sign-in by code and at an issuer, the first time and later. */
export const signIn = async (): Promise<Section[]> => {
  const [kind] = installedEngines()
  if (!kind) return []
  const atIssuer = await anIssuer()
  const grid = await withTable(kind, async ({ table }) => {
    const api = anApi(table, { code: () => '123456', issuer: atIssuer.settings })
    const meter = meterOf(table.client)
    const rows: string[][] = []
    const measure = async (name: string, status: number, call: () => Promise<Answer>): Promise<Answer> => {
      const made: Answer[] = []
      const cost = await meter(async () => made.push(await call()))
      const [answer] = made as [Answer]
      answered(answer, status)
      rows.push(row(name, cost))
      return answer
    }
    for (const when of ['the first time', 'later']) {
      const body = { email: 'camille@example.org' }
      const sent = await measure(`ask for a code, ${when}`, 202, () =>
        api.call('POST', '/auth/codes', { body }),
      )
      const cookie = cookieOf(sent, 'challenge')
      const code = { body: { code: '123456' }, cookie }
      await measure(`sign in with it, ${when}`, 201, () => api.call('POST', '/auth/sessions', code))
    }
    for (const when of ['the first time', 'later']) {
      const left = await measure(`go to the issuer, ${when}`, 302, () => api.call('GET', '/auth/oidc'))
      const query = atIssuer.signIn(left.headers.get('location') ?? '')
      const path = `/auth/oidc/callback?${query}`
      await measure(`come back from it, ${when}`, 303, () =>
        api.call('GET', path, { cookie: cookieOf(left, 'issuer') }),
      )
    }
    return rows
  })
  await atIssuer.close()
  const heading = ['', 'requests', 'round trips', 'units read', 'units written']
  return [{ title: `Signing in, on ${kind.name}`, figures: [], grid: [heading, ...grid] }]
}
