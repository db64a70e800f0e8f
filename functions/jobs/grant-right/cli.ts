import { parseArgs } from 'node:util'
import { failureLine } from '../../../infra/local/failure-line.ts'
import { type OpenTable, openTable } from '../../../infra/local/open-table.ts'
import { NewCode } from '../../../shared/contracts/auth-views.ts'
import { SiteIdText } from '../../../shared/contracts/values.ts'
import type { HolderId } from '../../../shared/domain/booking.ts'
import { atSite, type Grant, STAFF_ROLES } from '../../../shared/domain/rights.ts'
import { grantStore } from '../../../shared/store/grant-store.ts'
import { identityStore } from '../../../shared/store/identity-store.ts'
import { siteStore } from '../../../shared/store/site-store.ts'
import { hashOf, idOf } from '../../http/hash.ts'

const USAGE = `Usage: npm run grant -- EMAIL ROLE SITE|network [--withdraw] [--aws]
ROLE is one of ${STAFF_ROLES.join(', ')}; SITE an identifier such as 09410A, network every site.`

class UsageError extends Error {}

type Wanted = { readonly email: string; readonly grant: Grant; readonly withdraw: boolean; readonly aws: boolean }

const readArguments = (): Wanted => {
  const options = { withdraw: { type: 'boolean' }, aws: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const [address, roleText, scope, ...more] = positionals
  const email = NewCode.shape.email.safeParse(address)
  const role = STAFF_ROLES.find((each) => each === roleText)
  const site = SiteIdText.safeParse(scope)
  if (!email.success || !role || !(site.success || scope === 'network') || more.length > 0) throw new UsageError(USAGE)
  const grant: Grant = { role, scope: site.success ? atSite(site.data) : { kind: 'network' } }
  return { email: email.data, grant, withdraw: values.withdraw ?? false, aws: values.aws ?? false }
}

/** Whoever has never signed in is known by their address from now on. */
const change = async ({ table }: OpenTable, { email, grant, withdraw }: Wanted): Promise<string> => {
  const identities = identityStore(table)
  const emailHash = hashOf('email', email)
  const where = grant.scope.kind === 'site' ? grant.scope.site : 'every site'
  if (withdraw) {
    const holder = await identities.findByEmail(emailHash)
    if (holder) await grantStore(table).withdraw(holder, grant)
    return `${grant.role} of ${where}: withdrawn`
  }
  if (grant.scope.kind === 'site' && !(await siteStore(table).findPlace(grant.scope.site)))
    throw new UsageError(`${where} is no known site`)
  const newId = idOf('holder', crypto.randomUUID()) as HolderId
  await grantStore(table).give(await identities.findOrAddHolder(emailHash, email, newId), grant)
  return `${grant.role} of ${where}: granted, from the next request on`
}

const main = async (): Promise<number> => {
  let open: OpenTable | undefined
  try {
    const wanted = readArguments()
    open = await openTable(wanted.aws)
    console.log(await change(open, wanted))
    return 0
  } catch (error) {
    const isUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error)
    const line = isUsage ? error.message : failureLine(error)
    if (line === undefined) throw error
    console.error(line)
    return 1
  } finally {
    await open?.close()
  }
}

process.exitCode = await main()
