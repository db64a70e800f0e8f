import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'

/**
 * A local socket named after the folder holds it: the system frees the name when its holder dies, so no lock
 * gets stale. The socket tells what its holder publishes.
 */
const socketOf = (folder: string): string => {
  const name = `restante-${createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
}

export type FolderLock = { readonly publish: (said: string) => void; readonly release: () => Promise<void> }

/** Empty until the holder publishes; undefined when nobody holds the folder. */
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

/** Undefined when somebody else holds it. */
export const holdFolder = async (folder: string): Promise<FolderLock | undefined> => {
  let published = ''
  const serve = () => createServer((socket) => socket.on('error', () => {}).end(published))
  let server = serve()
  if (!(await listening(server, socketOf(folder)))) {
    if ((await askHolder(folder)) !== undefined) return undefined
    // Sockets that are files outlive their holder.
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
