import { parseArgs } from 'node:util'
import { dependenciesFor, runCommand } from '../../command/run-command.ts'
import { replayErasures } from './replay-erasures.ts'

await runCommand(async (open) => {
  const { values } = parseArgs({ options: { aws: { type: 'boolean' } } })
  console.log(`${await replayErasures(dependenciesFor(await open(values.aws)))} erasures replayed`)
  return 0
})
