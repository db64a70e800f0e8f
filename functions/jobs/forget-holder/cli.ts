import { parseArgs } from 'node:util'
import { failureLine } from '../../../infra/local/failure-line.ts'
import { type OpenTable, openTable } from '../../../infra/local/open-table.ts'
import { BookingIdText } from '../../../shared/contracts/values.ts'
import { type BookingId, NOBODY } from '../../../shared/domain/booking.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { ledgerBeside } from '../../../shared/store/ledger-store.ts'
import { dependenciesOn } from '../../dependencies.ts'
import { forgetHolder } from '../../inventory/forget-holder.ts'

const USAGE = `Usage: npm run forget -- BOOKING [--aws]
BOOKING is the identifier of one of somebody's bookings, as in the address of its page: all that is theirs is forgotten.`

class UsageError extends Error {}

const readArguments = (): { readonly booking: BookingId; readonly aws: boolean } => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { aws: { type: 'boolean' } } })
  const booking = BookingIdText.safeParse(positionals[0])
  if (!booking.success || positionals.length > 1) throw new UsageError(USAGE)
  return { booking: booking.data, aws: values.aws ?? false }
}

/** For who has no address to ask with: noted in the ledger first, so that it is done even when this is stopped. */
const forget = async ({ table }: OpenTable, booking: BookingId): Promise<void> => {
  const name = process.env.RESTANTE_LEDGER
  const ledger = name ? { client: table.client, name } : ledgerBeside(table)
  const deps = dependenciesOn(table, undefined, { ledger })
  const found = await deps.bookings.findBooking(booking)
  if (!found || found.holder === NOBODY) throw new UsageError(`${booking} is nobody's booking`)
  const holder = await deps.identities.findHolder(found.holder)
  if (holder?.email || holder?.kind)
    throw new UsageError('whoever has an address, or leads an association, does it on their own page')
  await deps.ledger.noteErasure(found.holder, Date.now() as Instant)
  await forgetHolder(found.holder, () => false, deps)
}

const main = async (): Promise<number> => {
  let open: OpenTable | undefined
  try {
    const { booking, aws } = readArguments()
    open = await openTable(aws)
    await forget(open, booking)
    console.log('forgotten')
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
