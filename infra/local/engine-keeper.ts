import { spawn } from 'node:child_process'

const PATIENCE_MS = 5000

/*
 * Runs an engine for as long as its own standard input stays open: the engine ends with who started it, however that
 * ends, kill -9 included. Says the engine's process number on a line of its own.
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
  // One that stands still hears no other signal.
  setTimeout(() => engine.kill('SIGKILL'), PATIENCE_MS)
})
