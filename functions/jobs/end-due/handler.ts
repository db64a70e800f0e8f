import { dependencies } from '../../dependencies.ts'
import { handle } from '../../invocation/handle.ts'
import { endDue } from './end-due.ts'

const deps = dependencies()

/** Fails once all has been tried, so that somebody is told of what could not be ended. */
const run = async () => {
  const counts = await endDue(deps)
  if (counts.failed > 0) throw new Error(`${counts.failed} due bookings could not be ended`)
  return counts
}

export const handler = handle(run, (_, counts) => (counts.ended > 0 ? counts : undefined))
