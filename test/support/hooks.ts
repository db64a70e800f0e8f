import { outside } from '../../functions/http/outside.ts'
import { type DeliverDependencies, deliverHooks } from '../../functions/jobs/deliver-hooks/deliver-hooks.ts'
import { tellTools } from '../../functions/jobs/tell-tools/tell-tools.ts'
import type { SiteId, SpaceId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite, formatScope, type Grant } from '../../shared/domain/rights.ts'
import { aKey, anApi } from './api.ts'
import { aPerson } from './associations.ts'
import { aSite, aSpace } from './builders.ts'
import { changesOf } from './changes.ts'
import { freshTable } from './engine.ts'
import { aReceiver } from './receiver.ts'
import { seed } from './seed.ts'
import type { RunningEngine } from './start-engines.ts'

const MARNE = { kind: 'departement', departement: '51' } as const
export const MONTMIRAIL = atSite('09410A' as SiteId)
export const ELSEWHERE = atSite('01073A' as SiteId)

const TOPICS = ['booking', 'workshop', 'closure', 'call']

/** Two départements with a site each, and a tool that listens. */
export const aHookStage = async (engine: RunningEngine) => {
  const table = await freshTable(engine)
  await seed(table, aSite(), [aSpace({ capacity: 20, id: 'bureau' as SpaceId })])
  await seed(table, aSite({ id: ELSEWHERE.site, departement: '01' }), [aSpace()])
  const api = anApi(table, { outside: outside({ loopback: true }), loopback: true })
  const receiver = await aReceiver()
  const withRole = async (grant: Grant) => {
    const somebody = await aPerson(api)
    await api.deps.grants.give(somebody.id, grant)
    return somebody
  }
  const inCharge = await withRole({ role: 'network', scope: MARNE })
  const person = await aPerson(api)
  const call = (cookie: string, method: string, path: string, body?: object) =>
    api.call(method, path, { cookie, ...(body && { body }), ...(method === 'POST' && { headers: aKey() }) })
  const link = async ({ scope = MARNE, by = inCharge.cookie, ...changes }: LinkChanges = {}) => {
    const body = { name: 'Agenda', url: receiver.url, topics: TOPICS, ...changes }
    const answer = await call(by, 'POST', `/hooks/${formatScope(scope)}`, body)
    receiver.told.secret = answer.body.secret ?? receiver.told.secret
    return answer
  }
  const next = changesOf(table)
  const tell = tellTools({ hooks: api.deps })
  const chance = { chance: () => 0.5 }
  return {
    ...{ table, api, receiver, inCharge, person, withRole, call, link },
    changes: next,
    /** Hands over what was written since. */
    note: async () => tell(await next()),
    deliver: (deps: Partial<DeliverDependencies> = {}) => deliverHooks({ ...api.deps, ...chance, ...deps }),
    pass: (minutes: number) => {
      api.clock.now = addMinutes(api.clock.now, minutes)
    },
    book: async (changes: Record<string, unknown> = {}) => {
      const body = { site: '09410A', space: 'bureau', date: '2026-11-24', start: '08:00', end: '10:00' }
      const somebody = await aPerson(api)
      const answer = await call(somebody.cookie, 'POST', '/bookings', { ...body, use: 'desk', ...changes })
      return { id: answer.body.id as string, cookie: somebody.cookie }
    },
  }
}

type LinkChanges = {
  readonly scope?: Grant['scope']
  readonly by?: string
  readonly name?: string
  readonly url?: string
  readonly topics?: readonly string[]
}

export type HookStage = Awaited<ReturnType<typeof aHookStage>>
