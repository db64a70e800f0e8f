import { join } from 'node:path'
import { failureLine } from './failure-line.ts'
import { hostToListenOn } from './listen-host.ts'
import { runService } from './service.ts'
import { StartFailure } from './start-failure.ts'
import { welcomeLines } from './welcome.ts'

const DEFAULT_PORT = 3000

const portOf = (text: string | undefined): number => {
  if (!text) return DEFAULT_PORT
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartFailure(`PORT is not a port: ${text}`)
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
  const { PORT, HOST, RESTANTE_OPEN_TO_NETWORK } = process.env
  const host = await hostToListenOn({ HOST, RESTANTE_OPEN_TO_NETWORK })
  const service = await runService({ port: portOf(PORT), host, folder: join(process.cwd(), '.restante') })
  stop = service.close
  console.log(welcomeLines(service.origin).join('\n'))
  void service.failed.then((reason) => fail(`Restante cannot go on: ${reason}`))
} catch (error) {
  const line = failureLine(error)
  if (line === undefined) throw error
  fail(`Restante cannot start: ${line}`)
}
