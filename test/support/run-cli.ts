import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { vi } from 'vitest'

export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

type Variables = Readonly<Record<string, string | undefined>>

/** Runs the file of a command as a process of its own, as `npm run` does. */
export const spawnCli = (program: string, args: readonly string[], variables: Variables = {}): Ran =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: { ...process.env, ...variables } })

let runs = 0

/** Runs the file of a command in this process, which takes a tenth of the time. */
export const runCli = async (
  program: string,
  args: readonly string[],
  variables: Variables = {},
): Promise<Ran> => {
  const said = { stdout: '', stderr: '' }
  const into = (stream: keyof typeof said) => (text: unknown) => {
    said[stream] += text
    return true
  }
  const { argv, exitCode } = process
  const interrupts = process.listeners('SIGINT')
  process.argv = [process.execPath, program, ...args]
  process.exitCode = 0
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  const spies = [
    vi.spyOn(console, 'log').mockImplementation((line) => void into('stdout')(`${line}\n`)),
    vi.spyOn(console, 'error').mockImplementation((line) => void into('stderr')(`${line}\n`)),
    vi.spyOn(process.stderr, 'write').mockImplementation(into('stderr')),
  ]
  try {
    // A module runs once for each address.
    await import(/* @vite-ignore */ `${pathToFileURL(program).href}?run=${runs++}`)
    return { status: Number(process.exitCode), ...said }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
    process.argv = argv
    process.exitCode = exitCode
    for (const listener of process.listeners('SIGINT'))
      if (!interrupts.includes(listener)) process.off('SIGINT', listener)
  }
}
