import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { createTable } from '../../infra/local/create-table.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { Table } from '../../shared/store/client.ts'
import { ledgerBeside } from '../../shared/store/ledger-store.ts'
import { LEDGER_DEFINITION, TABLE_DEFINITION } from '../../shared/store/table.ts'
import type { RunningEngine } from './start-engines.ts'

/** For `describe.each`: one behaviour suite on each engine. */
export const engines: readonly RunningEngine[] = inject('engines')

/**
 * Without its stream, which no test of these reads: in DynamoDB Local each write costs more than the last, by all that
 * was ever written to the streams of one engine, those of dropped tables included.
 */
const { StreamSpecification: _, ...DEFINITION } = TABLE_DEFINITION

/** A table of its own for each test file: nothing that another test writes is seen. */
export const freshTable = async ({ endpoint }: RunningEngine): Promise<Table> => {
  const table = { client: localClient(endpoint), name: `test-${randomBytes(6).toString('hex')}` }
  await createTable(table.client, table.name, DEFINITION)
  return table
}

/** What a table needs where somebody is forgotten. */
export const withLedger = async (table: Table): Promise<Table> => {
  await createTable(table.client, ledgerBeside(table).name, LEDGER_DEFINITION)
  return table
}
