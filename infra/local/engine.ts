import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod'
import { answers, findDynamoDbLocal, findDynoxide, startEngine } from './engine-process.ts'
import { StartFailure } from './start-failure.ts'

/** Where the table is; `close` stops the engine when it was started here. */
export type OpenEngine = { readonly endpoint: string; readonly name: string; readonly close: () => Promise<void> }

const Running = z.object({ endpoint: z.string(), pid: z.int(), owner: z.int() })

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const readRunning = (file: string) => {
  try {
    return Running.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data
  } catch {
    return undefined
  }
}

const stopOrphan = async (pid: number): Promise<void> => {
  if (isAlive(pid)) process.kill(pid, 'SIGTERM')
  for (let waits = 0; isAlive(pid) && waits < 100; waits++) await sleep(50)
}

/** The engine that a running service holds open on a folder, if any; what a killed one left behind is stopped. */
const findRunning = async (file: string): Promise<OpenEngine | undefined> => {
  const running = readRunning(file)
  if (!running) return undefined
  if (isAlive(running.owner)) return { endpoint: running.endpoint, name: 'running', close: async () => {} }
  await stopOrphan(running.pid)
  rmSync(file, { force: true })
  return undefined
}

const preparedFolder = (folder: string): string => {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, '.gitignore'), '*\n')
    return folder
  } catch (error) {
    throw new StartFailure(`cannot write in ${folder}: ${error instanceof Error ? error.message : error}`)
  }
}

const givenEngine = async (endpoint: string): Promise<OpenEngine> => {
  if (!URL.canParse(endpoint)) throw new StartFailure(`RESTANTE_DYNAMODB_ENDPOINT is not an address: ${endpoint}`)
  if (!(await answers(endpoint))) throw new StartFailure(`no engine answers at ${endpoint}`)
  return { endpoint, name: 'given', close: async () => {} }
}

/**
 * The engine to use, in this order: `RESTANTE_DYNAMODB_ENDPOINT`; the one that a running service holds open on the
 * folder, where `shared` allows it; dynoxide; DynamoDB Local. Throws StartFailure with what to do.
 */
export const openEngine = async ({
  folder,
  shared = false,
}: {
  readonly folder: string
  readonly shared?: boolean
}): Promise<OpenEngine> => {
  const file = join(preparedFolder(folder), 'engine.json')
  const given = process.env.RESTANTE_DYNAMODB_ENDPOINT
  if (given) return givenEngine(given)
  const running = existsSync(file) ? await findRunning(file) : undefined
  if (running && shared) return running
  if (running) throw new StartFailure(`another service is running on ${folder}: stop it first`)
  const kind = findDynoxide() ?? findDynamoDbLocal()
  if (!kind) {
    throw new StartFailure('no engine for this machine: install Java 17 or later, or set RESTANTE_DYNAMODB_ENDPOINT')
  }
  const engine = await startEngine(kind, folder).catch((error) => {
    if (error instanceof StartFailure) throw new StartFailure(`${error.message} (remove ${folder} to start afresh)`)
    throw error
  })
  writeFileSync(file, JSON.stringify({ endpoint: engine.endpoint, pid: engine.pid, owner: process.pid }))
  const close = async () => {
    await engine.close()
    rmSync(file, { force: true })
  }
  return { endpoint: engine.endpoint, name: kind.name, close }
}
