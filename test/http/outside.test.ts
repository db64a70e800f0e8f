import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type OutsideRequest, type OutsideSettings, outside } from '../../functions/http/outside.ts'
import { isPublicAddress } from '../../functions/http/public-address.ts'
import { addressFaultOf } from '../../shared/domain/outside-address.ts'

const opened: Server[] = []
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

const aService = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1')
  opened.push(server)
  await once(server, 'listening')
  return `http://localhost:${(server.address() as AddressInfo).port}/hooks`
}

const HERE = { address: '127.0.0.1', family: 4 }
const resolve = async () => [HERE]

const ask = (url: string, asked: Partial<OutsideRequest> = {}, settings: OutsideSettings = {}) =>
  outside({ loopback: true, resolve, ...settings })({ url, mostBytes: 1000, ...asked })

const refusalOf = async (...asked: Parameters<typeof ask>) => {
  const result = await ask(...asked)
  return result.ok ? result.value.status : result.error
}

describe('an address that a person gave', () => {
  it.each([
    ['http://example.org/hooks', 'not-https'],
    ['ftp://example.org/hooks', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['https://me:secret@example.org/', 'has-password'],
    ['https://example.org:8443/', 'has-other-port'],
    ['https://example.org:22/', 'has-other-port'],
    ['http://localhost/', 'not-https'],
    ['example.org', 'malformed'],
    [`https://example.org/${'a'.repeat(2000)}`, 'malformed'],
    ['https://example.org:443/hooks?key=1', undefined],
  ])('is judged as it is written: %s is %s', (url, fault) => {
    expect(addressFaultOf(url)).toBe(fault)
  })

  it.each([
    ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1'],
    ...['172.31.255.255', '192.0.0.192', '192.168.1.1', '198.18.0.1', '203.0.113.9', '224.0.0.1'],
    ...['255.255.255.255', '::', '::1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a9fe:a9fe'],
    ...['64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:a9fe:a9fe::1', '3fff::1', 'fc00::1'],
    ...['fd00:ec2::254', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'ff02::1', '', 'example.org'],
  ])('is not asked where it leads to %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['8.8.8.8', '172.32.0.1', '192.169.0.1', '2a01:e0a::1', '2606:4700::1111'])(
    'may lead to %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  it.each([
    'https://169.254.169.254/latest/meta-data',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00:ec2::254]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
  ])('is refused when a private one is written in any way: %s', async (url) => {
    expect(await refusalOf(url, {}, { loopback: false })).toBe('private-address')
  })

  it('is refused when one of the addresses of its name is private', async () => {
    const names = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '169.254.169.254', family: 4 },
    ]
    expect(await refusalOf('https://hooks.example/', {}, { resolve: names })).toBe('private-address')
  })

  it('is refused when nobody knows its name', async () => {
    const unknown = async () => Promise.reject(new Error('ENOTFOUND'))
    expect(await refusalOf('https://hooks.example/', {}, { resolve: unknown })).toBe('unknown-name')
    expect(await refusalOf('https://hooks.example/', {}, { resolve: async () => [] })).toBe('unknown-name')
  })
})

describe('a request to an address that a person gave', () => {
  it('carries method, headers and body, and brings the answer back', async () => {
    const url = await aService(async (request, response) => {
      let body = ''
      for await (const part of request) body += part
      const { method, headers } = request
      response
        .writeHead(201, { etag: '"one"' })
        .end(JSON.stringify({ method, id: headers['webhook-id'], body }))
    })
    const answer = await ask(url, { method: 'POST', headers: { 'webhook-id': 'e1' }, body: '{}' })
    if (!answer.ok) throw new Error(answer.error)
    expect(JSON.parse(answer.value.body.toString())).toEqual({ method: 'POST', id: 'e1', body: '{}' })
    expect([answer.value.status, answer.value.header('etag')]).toEqual([201, '"one"'])
  })

  it('goes to the address that was judged, even if the name means another one at once', async () => {
    let asked = 0
    const changing = async () => {
      asked += 1
      return [asked === 1 ? HERE : { address: '169.254.169.254', family: 4 }]
    }
    const url = await aService((_, response) => response.end())
    expect(await refusalOf(url, {}, { resolve: changing })).toBe(200)
    expect(asked).toBe(1)
  })

  it('follows no redirect', async () => {
    let calls = 0
    const url = await aService((_, response) => {
      calls += 1
      response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end()
    })
    expect(await refusalOf(url)).toBe('redirects')
    expect(calls).toBe(1)
  })

  it('ends when no answer, a slow body or a slow name takes longer than the limit', async () => {
    const silent = await aService(() => {})
    const dripping = await aService((_, response) => {
      const drips = setInterval(() => response.write('.'), 5)
      response.on('close', () => clearInterval(drips))
    })
    const never = () => new Promise<never>(() => {})
    expect(await refusalOf(silent, {}, { limitMs: 40 })).toBe('too-slow')
    expect(await refusalOf(dripping, { mostBytes: 100_000 }, { limitMs: 40 })).toBe('too-slow')
    expect(await refusalOf('https://hooks.example/', {}, { limitMs: 40, resolve: never })).toBe('too-slow')
  })

  it('takes no body that is larger than the limit, or compressed', async () => {
    const huge = await aService((_, response) => {
      const pour = () => {
        while (response.write('x'.repeat(10_000)));
      }
      response.on('drain', pour)
      pour()
    })
    const packed = await aService((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('bomb'),
    )
    expect(await refusalOf(huge)).toBe('too-large')
    expect(await refusalOf(packed)).toBe('encoded')
  })

  it('reads no body where only the status counts', async () => {
    const url = await aService((_, response) => response.writeHead(200).write('x'))
    const answer = await outside({ loopback: true, resolve })({ url })
    expect(answer.ok && [answer.value.status, answer.value.body.length]).toEqual([200, 0])
  })

  it('is refused where nobody listens, or the connection breaks', async () => {
    const broken = await aService((request) => request.socket.destroy())
    expect(await refusalOf(broken)).toBe('unreachable')
    const [server] = opened.splice(0)
    server?.close()
    expect(await refusalOf(broken)).toBe('unreachable')
  })

  it('reaches this machine only where that is set', async () => {
    const url = await aService((_, response) => response.end())
    expect(await refusalOf(url)).toBe(200)
    expect(await refusalOf(url, {}, { loopback: false })).toBe('not-https')
    const name = async () => [{ address: '10.0.0.1', family: 4 }]
    expect(await refusalOf(url, {}, { resolve: name })).toBe('private-address')
  })
})
