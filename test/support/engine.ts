import { randomBytes } from 'node:crypto'
import { DeleteTableCommand, type DynamoDBClient, paginateListTables } from '@aws-sdk/client-dynamodb'
import { inject } from 'vitest'
import { createTable } from '../../infra/local/create-table.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { Table } from '../../shared/store/client.ts'
import type { RunningEngine } from './start-engines.ts'

/** For `describe.each`: one behaviour suite on each engine. */
export const engines: readonly RunningEngine[] = inject('engines')

/** Whoever runs this file runs no other meanwhile: tables of that name are those of files that have ended. */
const PREFIX = `test-${process.env.VITEST_POOL_ID ?? '0'}-`

const dropped = new Map<string, Promise<void>>()

/** An engine slows down with each table that is left in it. */
const dropTablesOfEndedFiles = async (client: DynamoDBClient): Promise<void> => {
  for await (const { TableNames = [] } of paginateListTables({ client }, {})) {
    const ended = TableNames.filter((name) => name.startsWith(PREFIX))
    for (const TableName of ended) await client.send(new DeleteTableCommand({ TableName }))
  }
}

/** A table of its own for each test file: nothing that another test writes is seen. */
export const freshTable = async ({ endpoint }: RunningEngine): Promise<Table> => {
  const table = { client: localClient(endpoint), name: `${PREFIX}${randomBytes(6).toString('hex')}` }
  const dropping = dropped.get(endpoint) ?? dropTablesOfEndedFiles(table.client)
  dropped.set(endpoint, dropping)
  await dropping
  await createTable(table.client, table.name)
  return table
}
