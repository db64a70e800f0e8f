import middy from '@middy/core'
import { dependencies } from '../../dependencies.ts'
import { endDue } from './end-due.ts'

const deps = dependencies()

/** Fails once all has been tried, so that somebody is told of what could not be ended. */
export const handler = middy(async () => {
  const counts = await endDue(deps)
  if (counts.ended + counts.failed > 0) console.log(JSON.stringify({ level: 'info', ...counts }))
  if (counts.failed > 0) throw new Error(`${counts.failed} due bookings could not be ended`)
})
