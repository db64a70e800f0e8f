import { sealBy } from '../../../shared/store/mail-secrets.ts'
import { dependencies } from '../../dependencies.ts'
import { mailKeyEnvironment } from '../../environment.ts'
import { handle } from '../../invocation/handle.ts'
import { deliverHooks } from './deliver-hooks.ts'

const deps = { ...dependencies(), seal: sealBy(mailKeyEnvironment().RESTANTE_MAIL_KEY), chance: Math.random }

/** Throws after all hooks were served, so that the alarm tells of our own faults, not of theirs. */
const run = async () => {
  const counts = await deliverHooks(deps)
  if (counts.faults > 0) throw new Error(`${counts.faults} hooks could not be served`)
  return counts
}

export const handler = handle(run, (_, counts) => (counts.delivered + counts.failed > 0 ? counts : undefined))
