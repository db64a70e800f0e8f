import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { type EngineKind, findDynamoDbLocal, findDynoxide } from './engine-process.ts'
import { superviseEngine } from './engine-supervisor.ts'
import { askHolder, type FolderLock, holdFolder } from './folder-lock.ts'
import { localClient } from './local-client.ts'
import { StartFailure } from './start-failure.ts'

/** `close` stops an engine that was started here; `gaveUp` resolves with a message when it fails for good. */
export type OpenEngine = {
  readonly endpoint: string
  readonly gaveUp: Promise<string>
  readonly close: () => Promise<void>
}

const borrowed = (endpoint: string): OpenEngine => ({
  endpoint,
  gaveUp: new Promise(() => {}),
  close: async () => {},
})

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
  if (!URL.canParse(endpoint))
    throw new StartFailure(`RESTANTE_DYNAMODB_ENDPOINT is not an address: ${endpoint}`)
  const client = localClient(endpoint, { maxAttempts: 1 })
  await client.send(new ListTablesCommand({})).catch(() => {
    throw new StartFailure(`no engine answers at ${endpoint}`)
  })
  return borrowed(endpoint)
}

const ENGINES = { dynoxide: findDynoxide, 'dynamodb-local': findDynamoDbLocal } as const

const engineKind = (): EngineKind => {
  const wanted = process.env.RESTANTE_ENGINE
  if (!wanted) {
    const kind = findDynoxide() ?? findDynamoDbLocal()
    if (kind) return kind
    throw new StartFailure(
      'no engine for this machine: install Java 17 or later, or set RESTANTE_DYNAMODB_ENDPOINT',
    )
  }
  if (!Object.hasOwn(ENGINES, wanted))
    throw new StartFailure(`RESTANTE_ENGINE is not one of ${Object.keys(ENGINES).join(', ')}: ${wanted}`)
  const kind = ENGINES[wanted as keyof typeof ENGINES]()
  if (kind) return kind
  throw new StartFailure(`the engine ${wanted} does not run on this machine`)
}

const ownEngine = async (folder: string, lock: FolderLock): Promise<OpenEngine> => {
  const { endpoint, gaveUp, close } = await superviseEngine(engineKind(), folder).catch((error) => {
    if (error instanceof StartFailure)
      throw new StartFailure(`${error.message} (remove ${folder} to start afresh)`)
    throw error
  })
  lock.publish(endpoint)
  const closeAll = async () => {
    await close()
    await lock.release()
  }
  return { endpoint, gaveUp, close: closeAll }
}

/**
 * Chooses in this order: `RESTANTE_DYNAMODB_ENDPOINT`; with `shared`, the engine of the service that holds
 * the folder; `RESTANTE_ENGINE`; dynoxide; DynamoDB Local. Throws StartFailure with instructions.
 */
export const openEngine = async ({
  folder,
  shared = false,
}: {
  readonly folder: string
  readonly shared?: boolean
}): Promise<OpenEngine> => {
  preparedFolder(folder)
  const given = process.env.RESTANTE_DYNAMODB_ENDPOINT
  if (given) return givenEngine(given)
  const lock = await holdFolder(folder)
  if (lock) {
    return ownEngine(folder, lock).catch(async (error) => {
      await lock.release()
      throw error
    })
  }
  const endpoint = shared && (await askHolder(folder))
  if (endpoint) return borrowed(endpoint)
  throw new StartFailure(
    `another service is running on ${folder}: ${shared ? 'wait until it has started' : 'stop it first'}`,
  )
}
