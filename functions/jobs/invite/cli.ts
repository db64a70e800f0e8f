import { parseArgs } from 'node:util'
import { NewInvitation } from '../../../shared/contracts/right-views.ts'
import type { HolderId, InvitationId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { actionToGrant, invitationExpiry, isRoleOfScope } from '../../../shared/domain/invitation.ts'
import { formatScope, type Grant, STAFF_ROLES } from '../../../shared/domain/rights.ts'
import type { Table } from '../../../shared/store/client.ts'
import { invitationStore } from '../../../shared/store/invitation-store.ts'
import { nobodysKey, sealBy } from '../../../shared/store/mail-secrets.ts'
import { knownSites } from '../../command/known-sites.ts'
import { runCommand, UsageError } from '../../command/run-command.ts'
import { hashOf, idOf } from '../../use-cases/hash.ts'

const USAGE = `Usage: npm run invite -- EMAIL ROLE SCOPE [--aws]
ROLE is one of ${STAFF_ROLES.join(', ')}; SCOPE such as site:09410A, departement:51 or network.`

type Wanted = { readonly email: string; readonly grant: Grant; readonly aws: boolean }

const readArguments = (): Wanted => {
  const options = { aws: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const [email, role, scope, ...more] = positionals
  const asked = NewInvitation.safeParse({ email, role, scope })
  if (
    !asked.success ||
    asked.data.scope.kind === 'association' ||
    !isRoleOfScope(asked.data) ||
    more.length > 0
  )
    throw new UsageError(USAGE)
  const { email: to, ...grant } = asked.data
  return { email: to, grant, aws: values.aws ?? false }
}

/** Even the first person of a network has the right only after accepting it with a second factor. */
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
    expiresAt: invitationExpiry(createdAt),
    requestHash: hashOf('command'),
  }
  const invited = {
    by: 'operator',
    action: actionToGrant(grant),
    at: createdAt,
    effect: 'invited',
    about: id,
  } as const
  await invitationStore(table, sealBy(nobodysKey())).addInvitation(invitation, { ...invited, ...grant })
  return `${grant.role} of ${formatScope(scope)}: a message is on its way`
}

await runCommand(USAGE, async (open) => {
  const wanted = readArguments()
  console.log(await invite(await open(wanted.aws), wanted))
  return 0
})
