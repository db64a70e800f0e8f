import { parseArgs } from 'node:util'
import { dependenciesFor, runCommand } from '../../command/run-command.ts'
import { replayErasures } from './replay-erasures.ts'

const USAGE = `Usage: npm run replay-erasures -- [--aws]
Forgets again everybody whom the ledger of erasures names, after the table was restored from a backup.

--aws  works on the tables in AWS, with the credentials of this machine`

await runCommand(USAGE, async (open) => {
  const { values } = parseArgs({ options: { aws: { type: 'boolean' } } })
  console.log(`${await replayErasures(dependenciesFor(await open(values.aws)))} erasures replayed`)
  return 0
})
