import { parseArgs } from 'node:util'
import { failureLine } from '../../../infra/local/failure-line.ts'
import { type OpenTable, openTable } from '../../../infra/local/open-table.ts'
import { NewInvitation } from '../../../shared/contracts/right-views.ts'
import type { HolderId } from '../../../shared/domain/booking.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { expiryOf, fits, type InvitationId } from '../../../shared/domain/invitation.ts'
import { formatScope, type Grant, STAFF_ROLES } from '../../../shared/domain/rights.ts'
import { invitationStore } from '../../../shared/store/invitation-store.ts'
import { siteStore } from '../../../shared/store/site-store.ts'
import { hashOf, idOf } from '../../http/hash.ts'

const USAGE = `Usage: npm run invite -- EMAIL ROLE SCOPE [--aws]
ROLE is one of ${STAFF_ROLES.join(', ')}; SCOPE such as site:09410A, departement:51 or network.`

class UsageError extends Error {}

type Wanted = { readonly email: string; readonly grant: Grant; readonly aws: boolean }

const readArguments = (): Wanted => {
  const options = { aws: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const [email, role, scope, ...more] = positionals
  const asked = NewInvitation.safeParse({ email, role, scope })
  if (!asked.success || asked.data.scope.kind === 'association' || !fits(asked.data) || more.length > 0)
    throw new UsageError(USAGE)
  const { email: to, ...grant } = asked.data
  return { email: to, grant, aws: values.aws ?? false }
}

/** The first one of a network, too, has a right only once they take it, signed in with a second factor. */
const invite = async ({ table }: OpenTable, { email, grant }: Wanted): Promise<string> => {
  const { scope } = grant
  if (scope.kind === 'site' && !(await siteStore(table).findPlace(scope.site)))
    throw new UsageError(`${scope.site} is no known site`)
  const createdAt = Date.now() as Instant
  await invitationStore(table).addInvitation({
    id: idOf('invitation', crypto.randomUUID()) as InvitationId,
    grant,
    email,
    invitedBy: idOf('command', 'invite') as HolderId,
    createdAt,
    expiresAt: expiryOf(createdAt),
    secret: hashOf(crypto.randomUUID()).slice(0, 40),
    requestHash: hashOf('command'),
  })
  return `${grant.role} of ${formatScope(scope)}: a message is on its way`
}

const main = async (): Promise<number> => {
  let open: OpenTable | undefined
  try {
    const wanted = readArguments()
    open = await openTable(wanted.aws)
    console.log(await invite(open, wanted))
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
