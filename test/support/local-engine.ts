import { spawnSync } from 'node:child_process'

/** The numbers of the processes that run an engine on a folder: its keeper's, and its own. */
export const engineProcessesOf = (folder: string): number[] =>
  spawnSync('pgrep', ['-f', `(dynoxide|DynamoDBLocal).*${folder}`], { encoding: 'utf8' })
    .stdout.split('\n')
    .filter(Boolean)
    .map(Number)

/** The number of the engine itself; undefined while none runs. */
export const engineOf = (folder: string): number | undefined =>
  engineProcessesOf(folder).find((pid) => {
    const command = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout
    return command !== '' && !command.includes('engine-keeper')
  })

const stateOf = (pid: number): string =>
  spawnSync('ps', ['-o', 'state=', '-p', String(pid)], { encoding: 'utf8' }).stdout

/** Sends the engine on a folder a signal, which must run. */
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
