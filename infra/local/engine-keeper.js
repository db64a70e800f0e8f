import { spawn } from 'node:child_process'

const PATIENCE_MS = 5000

/*
 * Runs an engine while its own standard input is open, so that the engine ends with its starter, even after
 * kill -9. Prints the engine's process number first.
 */
const [program = '', ...parameters] = process.argv.slice(2)
const engine = spawn(program, parameters, { stdio: ['ignore', 'ignore', 'inherit'] })

engine.once('spawn', () => console.log(engine.pid))
engine.once('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
engine.once('exit', (code) => process.exit(code ?? 1))
process.stdin.resume().once('close', () => {
  engine.kill('SIGTERM')
  // A stopped process handles no other signal.
  setTimeout(() => engine.kill('SIGKILL'), PATIENCE_MS)
})
