import { afterAll, describe, expect, it } from 'vitest'
import { findDynoxide } from '../../infra/local/engine-process.ts'
import { aFolder, type LocalService, runLocally } from '../support/local-service.ts'
import { signInStaff } from '../support/local-session.ts'

const meOf = async ({ origin }: LocalService, { cookie }: { cookie: string }) =>
  (await fetch(`${origin}/api/me`, { headers: { cookie } })).json()
const requestsOf = async ({ origin }: LocalService, { cookie }: { cookie: string }) =>
  (await fetch(`${origin}/api/sites/09410A/requests`, { headers: { cookie } })).status

describe.skipIf(!findDynoxide())('the local issuer', () => {
  const running: LocalService[] = []
  afterAll(() => Promise.all(running.map((service) => service.stop('SIGTERM'))))
  const start = async (folder: string, variables = {}) => {
    const service = await runLocally(folder, variables)
    running.push(service)
    return service
  }

  it('signs in the demo’s staff, each with their rights, which count with a second factor only', async () => {
    const service = await start(aFolder())
    const names = []
    for (const subject of ['manager', 'agent', 'mediator', 'network']) {
      const { name, secondFactor, grants } = await meOf(service, await signInStaff(service, subject))
      names.push([name, secondFactor, grants.map(({ role }: { role: string }) => role)])
    }
    expect(names).toEqual([
      ['Responsable de Montmirail', true, ['manager']],
      ['Agent de Montmirail', true, ['agent']],
      ['Médiatrice de Montmirail', true, ['mediator']],
      ['Réseau', true, ['network']],
    ])
    const weak = await signInStaff(service, 'manager', { secondFactor: false })
    const strong = await signInStaff(service, 'manager')
    expect((await meOf(service, weak)).secondFactor).toBe(false)
    expect([await requestsOf(service, weak), await requestsOf(service, strong)]).toEqual([404, 200])
  })

  it('gives them their rights at each start, also on another port of the same folder', async () => {
    const folder = aFolder()
    const first = await start(folder)
    expect(await requestsOf(first, await signInStaff(first, 'manager'))).toBe(200)
    await first.stop('SIGTERM')
    const second = await start(folder)
    expect(second.origin).not.toBe(first.origin)
    expect(await requestsOf(second, await signInStaff(second, 'manager'))).toBe(200)
  })
})
