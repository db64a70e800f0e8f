import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../infra/local/engine-process.ts'
import { ROOT } from '../architecture/imports.ts'

export type LocalService = {
  readonly origin: string
  readonly process: ChildProcess
  readonly output: () => string
  /** Resolves to the exit code, or to null when killed. */
  readonly stop: (signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT') => Promise<number | null>
}

export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'restante-'))

const START = join(ROOT, 'infra/local/start.ts')
const END_WITH_STARTER = join(ROOT, 'test/support/end-with-starter.ts')

/** Starts the built service as `npm start` does, in a folder of its own, with the bare demo. */
export const runLocally = async (
  folder: string,
  variables: Record<string, string> = {},
): Promise<LocalService> => {
  const port = variables.PORT ?? String(await freePort())
  const child = spawn(process.execPath, ['--import', END_WITH_STARTER, START], {
    cwd: folder,
    env: { ...process.env, PORT: port, RESTANTE_DEMO: 'bare', ...variables },
    stdio: 'pipe',
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const started = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk
        if (said.includes('Restante: http')) resolve()
      })
    }
  })
  await Promise.race([started, ended])
  const stop = (signal: 'SIGTERM' | 'SIGKILL' | 'SIGINT') => {
    child.kill(signal)
    return ended
  }
  return { origin: `http://localhost:${port}`, process: child, output: () => said, stop }
}
