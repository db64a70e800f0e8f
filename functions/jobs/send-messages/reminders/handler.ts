import { handle } from '../../../invocation/handle.ts'
import { reminderDependencies } from '../mail-dependencies.ts'
import { sendReminders } from './send-reminders.ts'

const deps = reminderDependencies()

/** Throws after trying all of them, so that the alarm tells of failures. */
const run = async () => {
  const counts = await sendReminders(deps)
  if (counts.failed > 0) throw new Error(`${counts.failed} reminders could not be sent`)
  return counts
}

export const handler = handle(run, (_, counts) => (counts.sent > 0 ? counts : undefined))
