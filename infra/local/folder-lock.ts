import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'

/**
 * A folder is held through a local socket named after it: the system takes the name away when its holder dies, so
 * nothing stale is left to be judged by. Who connects is told what the holder publishes.
 */
const socketOf = (folder: string): string => {
  const name = `restante-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

export type FolderLock = { readonly publish: (said: string) => void; readonly release: () => Promise<void> }

/** What the holder of a folder has published, empty until it has; undefined when nobody holds it. */
export const askHolder = async (folder: string): Promise<string | undefined> => {
  const socket = connect(socketOf(folder))
  try {
    return await text(socket)
  } catch {
    return undefined
  }
}

const listening = (server: Server, path: string): Promise<boolean> =>
  new Promise((resolved, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolved(false) : failed(error),
    )
    server.listen(path, () => resolved(true))
  })

/** Holds a folder until released or dead; undefined when somebody else holds it. */
export const holdFolder = async (folder: string): Promise<FolderLock | undefined> => {
  let published = ''
  const serve = () => createServer((socket) => socket.on('error', () => {}).end(published))
  let server = serve()
  if (!(await listening(server, socketOf(folder)))) {
    if ((await askHolder(folder)) !== undefined) return undefined
    // A socket that is a file outlives its holder.
    rmSync(socketOf(folder), { force: true })
    server = serve()
    if (!(await listening(server, socketOf(folder)))) return undefined
  }
  return {
    publish: (said) => {
      published = said
    },
    release: () => new Promise((released) => server.close(() => released())),
  }
}
