import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { findDynoxide } from '../../infra/local/engine-process.ts'
import { aLoadedFolder } from '../support/loaded-folder.ts'
import { type LocalService, runLocally } from '../support/local-service.ts'
import { RUNS_ALL } from '../support/scope.ts'

const METHODS = ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']
const PATHS = [
  ...[
    '/api%2f',
    '/api%2fsites',
    '/api/%',
    '/api/%2f',
    '/api/%00',
    '/api/../x',
    '//api/sites',
    '/%',
    '/%00',
    '/%ff',
  ],
  ...[
    '/..%2f..%2fx',
    'http://elsewhere.example/api/x',
    '/_issuer/%',
    '/_issuer/x',
    '/_lock/%',
    '/_mailbox%2f',
    '*',
  ],
]

/** As bytes on a connection: what a client library would put right is sent as it is. */
const statusOf = ({ origin }: LocalService, request: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { port, host } = new URL(origin)
    const socket = connect(Number(port), 'localhost', () =>
      socket.write(`${request} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`),
    )
    socket.once('data', (answer) => {
      resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(String(answer))?.[1]))
      socket.destroy()
    })
    socket.once('error', reject)
  })

describe.skipIf(!findDynoxide())('odd requests to the local service', () => {
  it('are refused, and leave no fault in its output', async () => {
    const service = await runLocally(await aLoadedFolder())
    const refused = new Map<string, number>()
    for (const method of RUNS_ALL ? METHODS : ['GET', 'POST'])
      for (const path of PATHS) {
        const status = await statusOf(service, `${method} ${path}`)
        if (!(status >= 400 && status < 500)) refused.set(`${method} ${path}`, status)
      }
    expect([...refused]).toEqual([])
    expect(
      service
        .output()
        .split('\n')
        .filter((line) => /error/i.test(line)),
    ).toEqual([])
    await service.stop('SIGTERM')
  })
})
