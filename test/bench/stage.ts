import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTable } from '../../infra/local/create-table.ts'
import {
  type EngineKind,
  findDynamoDbLocal,
  findDynoxide,
  startEngine,
} from '../../infra/local/engine-process.ts'
import { localClient } from '../../infra/local/local-client.ts'
import type { Table } from '../../shared/store/client.ts'
import { ROOT } from '../architecture/imports.ts'

/** The bundle of a function, from `npm run build`. */
export const bundleOf = (name: 'api' | 'send-messages'): string =>
  join(ROOT, 'dist/functions', name, 'index.mjs')

export const installedEngines = (): EngineKind[] =>
  [findDynoxide(), findDynamoDbLocal()].filter((kind) => kind !== undefined)

export const TABLE_NAME = 'restante'

export type BenchTable = { readonly table: Table; readonly endpoint: string; readonly pid: number }

/** A table on an engine that keeps it in a folder, new or already there. */
export const withTableIn = async <T>(
  folder: string,
  kind: EngineKind,
  work: (on: BenchTable) => Promise<T>,
): Promise<T> => {
  const engine = await startEngine(kind, folder)
  const table = { client: localClient(engine.endpoint), name: TABLE_NAME }
  try {
    await createTable(table.client, table.name)
    return await work({ table, endpoint: engine.endpoint, pid: engine.pid })
  } finally {
    table.client.destroy()
    await engine.close()
  }
}

export const withFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'restante-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A table on an engine of its own, kept in a file as in the local run. */
export const withTable = <T>(kind: EngineKind, work: (on: BenchTable) => Promise<T>): Promise<T> =>
  withFolder((folder) => withTableIn(folder, kind, work))

/** Silences the log line of each invocation. */
export const silently = async <T>(work: () => Promise<T>): Promise<T> => {
  const { log } = console
  console.log = () => {}
  try {
    return await work()
  } finally {
    console.log = log
  }
}

export const timed = async (work: () => unknown): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

export const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
