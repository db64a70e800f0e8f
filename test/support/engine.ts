import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { createTable } from '../../infra/local/create-table.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { Table } from '../../shared/store/client.ts'
import { ledgerBeside } from '../../shared/store/ledger-store.ts'
import { LEDGER_DEFINITION, TABLE_DEFINITION } from '../../shared/store/table.ts'
import type { RunningEngine } from './start-engines.ts'

/** Engines for `describe.each`: one suite of behaviour on each. */
export const engines: readonly RunningEngine[] = inject('engines')

/**
 * Drops the stream, which these tests never read: in DynamoDB Local each write costs more with all that was
 * ever written to streams of the engine, dropped tables included.
 */
const { StreamSpecification: _, ...DEFINITION } = TABLE_DEFINITION

/** A fresh table for a test file, which no other test writes to. */
export const freshTable = async ({ endpoint }: RunningEngine): Promise<Table> => {
  const table = { client: localClient(endpoint), name: `test-${randomBytes(6).toString('hex')}` }
  await createTable(table.client, table.name, DEFINITION)
  return table
}

/** Adds the ledger, which erasures need. */
export const withLedger = async (table: Table): Promise<Table> => {
  await createTable(table.client, ledgerBeside(table).name, LEDGER_DEFINITION)
  return table
}
