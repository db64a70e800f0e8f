import { parseArgs } from 'node:util'
import { NewInvitation } from '../../../shared/contracts/right-views.ts'
import type { HolderId } from '../../../shared/domain/booking.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { expiryOf, fits, givingOf, type InvitationId } from '../../../shared/domain/invitation.ts'
import { formatScope, type Grant, STAFF_ROLES } from '../../../shared/domain/rights.ts'
import type { Table } from '../../../shared/store/client.ts'
import { invitationStore } from '../../../shared/store/invitation-store.ts'
import { knownSites } from '../../command/known-sites.ts'
import { runCommand, UsageError } from '../../command/run-command.ts'
import { hashOf, idOf } from '../../http/hash.ts'

const USAGE = `Usage: npm run invite -- EMAIL ROLE SCOPE [--aws]
ROLE is one of ${STAFF_ROLES.join(', ')}; SCOPE such as site:09410A, departement:51 or network.`

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
const invite = async (table: Table, { email, grant }: Wanted): Promise<string> => {
  const { scope } = grant
  if (scope.kind === 'site') await knownSites([scope.site], table)
  const createdAt = Date.now() as Instant
  const id = idOf('invitation', crypto.randomUUID()) as InvitationId
  const invitation = {
    id,
    grant,
    email,
    invitedBy: idOf('command', 'invite') as HolderId,
    createdAt,
    expiresAt: expiryOf(createdAt),
    secret: hashOf(crypto.randomUUID()).slice(0, 40),
    requestHash: hashOf('command'),
  }
  const invited = { by: 'operator', action: givingOf(grant), at: createdAt, effect: 'invited', about: id } as const
  await invitationStore(table).addInvitation(invitation, { ...invited, ...grant })
  return `${grant.role} of ${formatScope(scope)}: a message is on its way`
}

await runCommand(USAGE, async (open) => {
  const wanted = readArguments()
  console.log(await invite(await open(wanted.aws), wanted))
  return 0
})
