import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { createTable } from '../../infra/local/create-table.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { Table } from '../../shared/store/client.ts'
import type { RunningEngine } from './start-engines.ts'

/** For `describe.each`: one behaviour suite on each engine. */
export const engines: readonly RunningEngine[] = inject('engines')

/** A table of its own for each test file: nothing that another test writes is seen. */
export const freshTable = async ({ endpoint }: RunningEngine): Promise<Table> => {
  const table = { client: localClient(endpoint), name: `test-${randomBytes(6).toString('hex')}` }
  await createTable(table.client, table.name)
  return table
}
