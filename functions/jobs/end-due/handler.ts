import { dependencies } from '../../dependencies.ts'
import { handle } from '../../invocation/handle.ts'
import { endDue } from './end-due.ts'

const deps = dependencies()

/** Throws after trying all of them, so that the alarm tells of failures. */
const run = async () => {
  const counts = await endDue(deps)
  if (counts.failed > 0) throw new Error(`${counts.failed} due bookings could not be ended`)
  return counts
}

export const handler = handle(run, (_, counts) => (counts.ended > 0 ? counts : undefined))
