import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createTable } from '../../../infra/local/create-table.ts'
import { openEngine } from '../../../infra/local/engine.ts'
import { localClient } from '../../../infra/local/local-client.ts'
import { type Instant, localTimeAt, type TimeZone } from '../../../shared/domain/instant.ts'
import type { Table } from '../../../shared/store/client.ts'
import { directoryStore } from '../../../shared/store/directory-store.ts'
import { networkStore } from '../../../shared/store/network-store.ts'
import { type Arguments, readArguments } from './arguments.ts'
import { failureLine } from './failure-line.ts'
import { importNetwork } from './import-network.ts'
import { progressOn } from './progress.ts'
import { refusalLine, reportLines } from './report.ts'

const INTERRUPTED = 130

type OpenTable = { readonly table: Table; readonly close: () => Promise<void> }

const openTable = async (aws: boolean): Promise<OpenTable> => {
  const name = process.env.RESTANTE_TABLE ?? 'restante'
  if (aws) return { table: { client: new DynamoDBClient(), name }, close: async () => {} }
  const engine = await openEngine({ folder: join(process.cwd(), '.restante'), shared: true })
  const client = localClient(engine.endpoint)
  await createTable(client, name)
  return { table: { client, name }, close: engine.close }
}

const importInto = async (opened: OpenTable[], { files, acceptGone, refusedFile, aws }: Arguments): Promise<number> => {
  let interrupted = false
  process.once('SIGINT', () => {
    interrupted = true
  })
  const openStores = async () => {
    const open = await openTable(aws)
    opened.push(open)
    return { network: networkStore(open.table), directory: directoryStore(open.table) }
  }
  const { date: today } = localTimeAt(Date.now() as Instant, 'Europe/Paris' as TimeZone)
  const result = await importNetwork(
    { files, today, acceptGone },
    {
      openStores,
      progress: progressOn(process.stderr),
      stopped: () => interrupted,
      elapsed: () => performance.now(),
    },
  )
  if (!result.ok) {
    console.error(result.error)
    return interrupted ? INTERRUPTED : 1
  }
  if (refusedFile) writeFileSync(refusedFile, result.value.refused.map((row) => `${refusalLine(row)}\n`).join(''))
  console.log(reportLines(result.value).join('\n'))
  return 0
}

const main = async (): Promise<number> => {
  const parsed = readArguments(process.argv.slice(2))
  if (!parsed.ok) {
    console.error(parsed.error)
    return 1
  }
  const opened: OpenTable[] = []
  try {
    return await importInto(opened, parsed.value)
  } catch (error) {
    const line = failureLine(error)
    if (line === undefined) throw error
    console.error(line)
    return 1
  } finally {
    for (const { table, close } of opened) {
      table.client.destroy()
      await close()
    }
  }
}

process.exitCode = await main()
