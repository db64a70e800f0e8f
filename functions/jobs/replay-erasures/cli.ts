import { parseArgs } from 'node:util'
import { failureLine } from '../../../infra/local/failure-line.ts'
import { type OpenTable, openTable } from '../../../infra/local/open-table.ts'
import { ledgerBeside } from '../../../shared/store/ledger-store.ts'
import { dependenciesOn } from '../../dependencies.ts'
import { replayErasures } from './replay-erasures.ts'

const main = async (): Promise<number> => {
  let open: OpenTable | undefined
  try {
    const { values } = parseArgs({ options: { aws: { type: 'boolean' } } })
    open = await openTable(values.aws ?? false)
    const name = process.env.RESTANTE_LEDGER
    const ledger = name ? { client: open.table.client, name } : ledgerBeside(open.table)
    const count = await replayErasures(dependenciesOn(open.table, undefined, { ledger }))
    console.log(`${count} erasures replayed`)
    return 0
  } catch (error) {
    const line = error instanceof TypeError ? 'Usage: npm run replay-erasures -- [--aws]' : failureLine(error)
    if (line === undefined) throw error
    console.error(line)
    return 1
  } finally {
    await open?.close()
  }
}

process.exitCode = await main()
