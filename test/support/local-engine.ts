import { spawnSync } from 'node:child_process'

/** Process ids of an engine on a folder: of its keeper and of its own. */
export const engineProcessesOf = (folder: string): number[] =>
  spawnSync('pgrep', ['-f', `(dynoxide|DynamoDBLocal).*${folder}`], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(Boolean)
    .map(Number)

/** Process id of the engine, or undefined while none runs. */
export const engineOf = (folder: string): number | undefined =>
  engineProcessesOf(folder).find((pid) => {
    const command = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout
    return command !== '' && !command.includes('engine-keeper')
  })

const stateOf = (pid: number): string =>
  spawnSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).stdout

/** Sends a signal to the running engine on a folder. */
export const signalEngine = (folder: string, signal: NodeJS.Signals): void => {
  const pid = engineOf(folder)
  if (pid === undefined) throw new Error('no engine runs')
  process.kill(pid, signal)
  if (signal !== 'SIGSTOP') return
  // On a busy machine a thread may still answer before all of them stand still.
  let state = ''
  do state = stateOf(pid)
  while (!state.startsWith('T'))
}
