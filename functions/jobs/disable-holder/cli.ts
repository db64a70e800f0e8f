import { parseArgs } from 'node:util'
import { EmailText, HolderIdText } from '../../../shared/contracts/values.ts'
import { type Booking, referenceOf } from '../../../shared/domain/booking.ts'
import type { HolderId } from '../../../shared/domain/ids.ts'
import { formatQuarter } from '../../../shared/domain/quarter.ts'
import { formatScope } from '../../../shared/domain/rights.ts'
import { type AccountStore, accountStore } from '../../../shared/store/account-store.ts'
import { dependenciesFor, runCommand, UsageError } from '../../command/run-command.ts'
import { type Disabled, disableHolder, enableHolder } from './disable-holder.ts'

const USAGE = `Usage: npm run disable -- WHO [--undo] [--aws]
WHO is an address, for all accounts that have it, or the identifier of one account. They are signed out everywhere and
cannot sign in; their bookings stay. --undo lets them sign in again.`

type Who = { readonly id: HolderId } | { readonly email: string }

const readWho = ([who, ...more]: readonly string[]): Who => {
  const [id, email] = [HolderIdText.safeParse(who), EmailText.safeParse(who)]
  if (more.length === 0 && id.success) return { id: id.data }
  if (more.length === 0 && email.success) return { email: email.data }
  throw new UsageError(USAGE)
}

/** One address may lead to several accounts: by a mailed code, and at the issuer. */
const findAccounts = async (who: Who, accounts: AccountStore): Promise<HolderId[]> => {
  const found = 'id' in who ? [await accounts.findAccount(who.id)] : await accounts.listAccounts(who.email)
  const ids = found.flatMap((each) => (each ? [each.id] : []))
  if (ids.length === 0) throw new UsageError('nobody has that address or identifier')
  return ids
}

const lineOf = ({ site, space, date, start, end, id }: Booking): string =>
  `  ${site} ${space} ${date} ${formatQuarter(start)}-${formatQuarter(end)}: ${referenceOf(id)}`

const linesOf = (id: HolderId, { changed, bookings, grants }: Disabled): string[] => [
  `${id}: ${changed ? 'signed out everywhere' : 'was disabled already'}`,
  `  bookings to come, which stay: ${bookings.length}`,
  ...bookings.map(lineOf),
  ...grants.map(
    ({ role, scope }) => `  ${role} of ${formatScope(scope)}: stays, without effect until --undo`,
  ),
]

await runCommand(USAGE, async (open) => {
  const options = { undo: { type: 'boolean' }, aws: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ allowPositionals: true, options })
  const who = readWho(positionals)
  const table = await open(values.aws)
  const deps = { ...dependenciesFor(table), accounts: accountStore(table) }
  for (const id of await findAccounts(who, deps.accounts)) {
    if (values.undo)
      console.log(`${id}: ${(await enableHolder(id, deps)) ? 'may sign in again' : 'was not disabled'}`)
    else console.log(linesOf(id, await disableHolder(id, deps)).join('\n'))
  }
  return 0
})
