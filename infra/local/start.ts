import { join } from 'node:path'
import { runService } from './service.ts'
import { StartFailure } from './start-failure.ts'

const DEFAULT_PORT = 3000

const portOf = (text: string | undefined): number => {
  if (!text) return DEFAULT_PORT
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new StartFailure(`PORT is not a port: ${text}`)
  return port
}

const fail = (words: string): never => {
  console.error(words)
  process.exit(1)
}

let stop = async () => {}
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void stop().then(() => process.exit(0))
  })
}

try {
  const service = await runService({ port: portOf(process.env.PORT), folder: join(process.cwd(), '.restante') })
  console.log(
    `Restante: ${service.origin}\nMessages: ${service.origin}/_mailbox\nLocks: ${service.origin}/_lock\n(Ctrl-C stops it)`,
  )
  stop = service.close
  void service.failed.then((reason) => fail(`Restante cannot go on: ${reason}`))
} catch (error) {
  if (!(error instanceof StartFailure)) throw error
  fail(`Restante cannot start: ${error.message}`)
}
