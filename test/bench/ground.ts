import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTable } from '../../infra/local/create-table.ts'
import { type EngineKind, findDynamoDbLocal, findDynoxide, startEngine } from '../../infra/local/engine-process.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { Table } from '../../shared/store/client.ts'
import { ROOT } from '../architecture/imports.ts'

/** What `npm run build` made of a function. */
export const bundleOf = (name: 'api' | 'send-messages'): string => join(ROOT, 'dist/functions', name, 'index.mjs')

/** The engines that this machine can run. */
export const installedEngines = (): EngineKind[] =>
  [findDynoxide(), findDynamoDbLocal()].filter((kind) => kind !== undefined)

export type BenchTable = { readonly table: Table; readonly endpoint: string }

/** A table on an engine of its own, kept in a file as the local run keeps it. */
export const withTable = async <T>(kind: EngineKind, work: (on: BenchTable) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'restante-bench-'))
  const engine = await startEngine(kind, folder)
  const table = { client: localClient(engine.endpoint), name: 'restante' }
  try {
    await createTable(table.client, table.name)
    return await work({ table, endpoint: engine.endpoint })
  } finally {
    table.client.destroy()
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Without the lines that each invocation logs. */
export const silently = async <T>(work: () => Promise<T>): Promise<T> => {
  const { log } = console
  console.log = () => {}
  try {
    return await work()
  } finally {
    console.log = log
  }
}

export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
