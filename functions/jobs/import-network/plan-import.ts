import { createHash } from 'node:crypto'
import type { CounterHours } from '../../../shared/domain/counter-hours.ts'
import type { SiteId } from '../../../shared/domain/ids.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { Fingerprint, Fingerprints } from '../../../shared/store/network-store.ts'

/** `sites` is absent without a file of sites. */
export type Wanted = {
  readonly sites?: ReadonlyMap<SiteId, Site>
  /** Known sites with a refused row stay unchanged. */
  readonly doubtful: ReadonlySet<SiteId>
  readonly hours: ReadonlyMap<SiteId, CounterHours>
}

/** The writes of one département, absent when nothing changes there. */
export type ShardPlan = {
  readonly departement: string
  readonly sites: readonly Site[]
  readonly hours: ReadonlyMap<SiteId, CounterHours>
  readonly leaving: ReadonlySet<SiteId>
  readonly fingerprints: Fingerprints
}

type Change = 'new' | 'updated' | 'unchanged'
export type Changes = Record<Change, number>

export type ImportPlan = {
  readonly shards: readonly ShardPlan[]
  readonly sites: Changes
  readonly hours: Changes
  readonly gone: readonly SiteId[]
  readonly knownBefore: number
}

type KnownSite = Fingerprint & { readonly departement: string }

/** Twelve characters of SHA-256 are 72 bits, enough to tell versions of one item apart. */
const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12)

const changeOf = (before: string | undefined, after: string): Change =>
  before === undefined ? 'new' : before === after ? 'unchanged' : 'updated'

/** An interrupted move leaves a site in two départements: the wanted one goes first. */
const knownSites = (known: ReadonlyMap<string, Fingerprints>, wanted: Wanted): Map<SiteId, KnownSite> => {
  const found = new Map<SiteId, KnownSite>()
  for (const [departement, fingerprints] of known) {
    for (const [id, fingerprint] of fingerprints) {
      const there = wanted.sites?.get(id)?.departement
      if (!found.has(id) || there === departement) found.set(id, { ...fingerprint, departement })
    }
  }
  return found
}

type Draft = {
  sites: Site[]
  hours: Map<SiteId, CounterHours>
  leaving: Set<SiteId>
  fingerprints: Map<SiteId, Fingerprint>
}

type Planning = {
  readonly known: ReadonlyMap<string, Fingerprints>
  readonly before: ReadonlyMap<SiteId, KnownSite>
  readonly draftOf: (departement: string) => Draft
}

const planning = (
  known: ReadonlyMap<string, Fingerprints>,
  drafts: Map<string, Draft>,
  wanted: Wanted,
): Planning => {
  const draftOf = (departement: string): Draft => {
    const begun = drafts.get(departement)
    if (begun) return begun
    const fingerprints = new Map(known.get(departement))
    const draft = { sites: [], hours: new Map(), leaving: new Set<SiteId>(), fingerprints }
    drafts.set(departement, draft)
    return draft
  }
  return { known, before: knownSites(known, wanted), draftOf }
}

const planSites = ({ before, draftOf }: Planning, sites: Iterable<Site>): Changes => {
  const changes: Changes = { new: 0, updated: 0, unchanged: 0 }
  for (const site of sites) {
    const old = before.get(site.id)
    const hash = hashOf(site)
    const change = old && old.departement !== site.departement ? 'updated' : changeOf(old?.site, hash)
    changes[change]++
    if (change === 'unchanged') continue
    const draft = draftOf(site.departement)
    draft.sites.push(site)
    draft.fingerprints.set(site.id, { site: hash, ...(old?.hours && { hours: old.hours }) })
  }
  return changes
}

const planHours = ({ before, draftOf }: Planning, { sites, hours }: Wanted): Changes => {
  const changes: Changes = { new: 0, updated: 0, unchanged: 0 }
  for (const [id, counter] of hours) {
    const old = before.get(id)
    const departement = sites?.get(id)?.departement ?? old?.departement
    if (departement === undefined) throw new Error(`hours of ${id}, which is no known site`)
    const hash = hashOf(counter)
    const change = changeOf(old?.hours, hash)
    changes[change]++
    if (change === 'unchanged') continue
    const draft = draftOf(departement)
    draft.hours.set(id, counter)
    draft.fingerprints.set(id, { site: draft.fingerprints.get(id)?.site ?? '', hours: hash })
  }
  return changes
}

/** Answers the sites that leave the network altogether. */
const planLeaving = ({ known, draftOf }: Planning, { sites, doubtful }: Wanted): SiteId[] => {
  const gone = new Set<SiteId>()
  if (!sites) return []
  for (const [departement, fingerprints] of known) {
    for (const id of fingerprints.keys()) {
      const stays = sites.has(id) ? sites.get(id)?.departement === departement : doubtful.has(id)
      if (stays) continue
      const draft = draftOf(departement)
      draft.leaving.add(id)
      draft.fingerprints.delete(id)
      if (!sites.has(id)) gone.add(id)
    }
  }
  return [...gone]
}

/** The plan holds only the differences from the previous import. */
export const planImport = (known: ReadonlyMap<string, Fingerprints>, wanted: Wanted): ImportPlan => {
  const drafts = new Map<string, Draft>()
  const plan = planning(known, drafts, wanted)
  const sites = planSites(plan, wanted.sites?.values() ?? [])
  const hours = planHours(plan, wanted)
  const gone = planLeaving(plan, wanted)
  const shards = [...drafts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([departement, draft]) => ({ departement, ...draft }))
  return { shards, sites, hours, gone, knownBefore: plan.before.size }
}
