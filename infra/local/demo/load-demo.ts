import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { directoryEntryOf } from '../../../shared/domain/directory.ts'
import type { HolderId, SiteId } from '../../../shared/domain/ids.ts'
import { type Instant, localTimeAt } from '../../../shared/domain/instant.ts'
import { listedSpacesOf } from '../../../shared/domain/listed-space.ts'
import { withOverlappingSpaces } from '../../../shared/domain/overlapping-spaces.ts'
import type { Site } from '../../../shared/domain/site.ts'
import { readItems, type Table } from '../../../shared/store/client.ts'
import { conditionsStore } from '../../../shared/store/conditions-store.ts'
import { directoryStore } from '../../../shared/store/directory-store.ts'
import { grantStore } from '../../../shared/store/grant-store.ts'
import { hashOf } from '../../../shared/store/hash.ts'
import { identityStore } from '../../../shared/store/identity-store.ts'
import { siteKey } from '../../../shared/store/keys/site-keys.ts'
import { networkStore } from '../../../shared/store/network-store.ts'
import { premisesStore } from '../../../shared/store/premises-store.ts'
import { siteStore } from '../../../shared/store/site-store.ts'
import { DEMO_STAFF } from '../issuer/demo-staff.ts'
import { readDemoSites } from './demo-sites.ts'
import { DEMO_SPACES, LIVING_SPACES } from './demo-spaces.ts'
import { planDemoWorkshops } from './demo-workshops.ts'
import { enliven } from './living-demo.ts'
import { bookRecentDays } from './recent-days.ts'
import type { Stage } from './visitor.ts'

const LE_THUIT = '04788A' as SiteId
const MONTPEZAT = '01073A' as SiteId
const LOADED = { pk: 'DEMO', sk: 'LOADED' }

type Lent = typeof DEMO_SPACES

const listInDirectory = async (
  table: Table,
  sites: readonly Site[],
  { lent, now }: { readonly lent: Lent; readonly now: Instant },
): Promise<void> => {
  const directory = directoryStore(table)
  const spacesAt = (site: Site) => {
    const spaces = lent.flatMap(([id, space]) =>
      id === site.id ? [{ ...space, overlappingSpaces: [] }] : [],
    )
    return listedSpacesOf(spaces, site, localTimeAt(now, site.timeZone).date)
  }
  for (const [departement, ours] of Map.groupBy(sites, (site) => site.departement)) {
    await directory.changeShard(departement, (entries) => {
      const known = new Map(entries.map((entry) => [entry.id, entry]))
      const listed = ours.map((site) => ({
        ...(known.get(site.id) ?? directoryEntryOf(site, [])),
        spaces: spacesAt(site),
      }))
      return [...new Map([...entries, ...listed].map((entry) => [entry.id, entry])).values()]
    })
  }
}

const lendSpaces = async (table: Table, all: Lent): Promise<void> => {
  for (const [site, lent] of Map.groupBy(all, ([id]) => id)) {
    const spaces = withOverlappingSpaces(lent.map(([, space]) => space))
    if (!spaces.ok) throw new Error(`the spaces of ${site} do not fit: ${spaces.error.kind}`)
    await siteStore(table).lendSpaces(site, spaces.value)
  }
}

/** The issuer's address changes with the port, so each start grants rights anew. */
const grantRights = async (table: Table, issuer: string): Promise<ReadonlyMap<string, HolderId>> => {
  const staff = new Map<string, HolderId>()
  const [identities, grants] = [identityStore(table), grantStore(table)]
  for (const { subject, grants: theirs, ...person } of DEMO_STAFF) {
    const newcomer = { id: hashOf('demo', issuer, subject).slice(0, 20) as HolderId, ...person }
    const id = await identities.findOrAddIdentity(hashOf('identity', issuer, subject), newcomer)
    staff.set(subject, id)
    for (const grant of theirs) await grants.give(id, grant)
  }
  return staff
}

/** The key is at the mairie: people accept conditions once and bring an insurance certificate. */
const askConditions = async (table: Table): Promise<void> => {
  const rules = [
    'La clé se prend et se rend à la mairie, aux heures de la mairie, avec une pièce d’identité.',
    'On signe la feuille de présence en arrivant et en partant.',
    'On laisse la place propre, et on éteint la lumière et le chauffage.',
    'On apporte son attestation d’assurance de responsabilité civile la première fois.',
  ]
  await conditionsStore(table).ask(LE_THUIT, { version: 1, rules: rules.join('\n'), needsInsurance: true })
}

/** The commune owns the building, and a co-operative runs the floor above the office. */
const describePremises = async (table: Table, now: Instant): Promise<void> => {
  const premises = { version: 1, owner: 'la commune de Montpezat-sous-Bauzon', operator: 'une coopérative' }
  const done = { by: 'operator', action: 'describe-premises', at: now } as const
  await premisesStore(table).describePremises(MONTPEZAT, premises, done)
}

/** Tests that count free units need sites without people. */
const isBare = (): boolean => process.env.RESTANTE_DEMO === 'bare'

/** Loads the demo once: imported sites and later changes stay. Its staff sign in at the issuer. */
export const loadDemo = async (stage: Stage, issuer: string, now = Date.now() as Instant): Promise<void> => {
  const { table } = stage
  const staff = await grantRights(table, issuer)
  const [loaded] = await readItems(table, [LOADED])
  if (loaded) return
  const sites = readDemoSites()
  const known = await readItems(
    table,
    sites.map(({ id }) => siteKey(id)),
  )
  const absent = sites.filter((_, at) => !known[at])
  const hours = new Map(absent.flatMap(({ id, counter }) => (counter ? [[id, counter] as const] : [])))
  await networkStore(table).writeItems({ sites: absent, hours }, () => {})
  const lent = isBare() ? DEMO_SPACES : [...DEMO_SPACES, ...LIVING_SPACES]
  await lendSpaces(table, lent)
  await listInDirectory(table, sites, { lent, now })
  await askConditions(table)
  await describePremises(table, now)
  // Mediators with an account receive messages about their workshops.
  await planDemoWorkshops(table, isBare() ? new Map() : staff, now)
  if (!isBare()) {
    await bookRecentDays(table, now)
    await enliven(staff, stage)
  }
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(LOADED) }))
}
