import { parseArgs } from 'node:util'
import { BookingIdText } from '../../../shared/contracts/values.ts'
import { type BookingId, NOBODY } from '../../../shared/domain/ids.ts'
import type { Table } from '../../../shared/store/client.ts'
import { dependenciesFor, runCommand, UsageError } from '../../command/run-command.ts'
import { forgetHolder } from '../../use-cases/forget-holder.ts'

const USAGE = `Usage: npm run forget -- BOOKING [--aws]
BOOKING is the identifier of one of somebody's bookings, as in the address of its page: all that is theirs is forgotten.`

const readArguments = (): { readonly booking: BookingId; readonly aws: boolean } => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { aws: { type: 'boolean' } } })
  const booking = BookingIdText.safeParse(positionals[0])
  if (!booking.success || positionals.length > 1) throw new UsageError(USAGE)
  return { booking: booking.data, aws: values.aws ?? false }
}

/** For people without an address. The ledger comes first, so that an interrupted run is finished. */
const forget = async (table: Table, booking: BookingId): Promise<void> => {
  const deps = dependenciesFor(table)
  const found = await deps.bookings.findBooking(booking)
  if (!found || found.holder === NOBODY) throw new UsageError(`${booking} is nobody's booking`)
  const holder = await deps.identities.findHolder(found.holder)
  if (holder?.email || holder?.kind)
    throw new UsageError('people with an address, and associations, are erased on their own page')
  await deps.ledger.noteErasure(found.holder, deps.now())
  await forgetHolder(found.holder, () => false, deps)
}

await runCommand(USAGE, async (open) => {
  const { booking, aws } = readArguments()
  await forget(await open(aws), booking)
  console.log('forgotten')
  return 0
})
