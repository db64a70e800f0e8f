import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { resolvingBy } from '../../functions/http/resolve-names.ts'

const ADDRESS = [8, 8, 4, 4]

/** Answers an address of version 4 for `live.example`, says that there is none of version 6, and else nothing. */
const aNameServer = async () => {
  const server = createSocket('udp4')
  server.on('message', (asked, { port, address }) => {
    if (!asked.includes('live')) return
    const isV4 = asked.readUInt16BE(asked.indexOf('example') + 8) === 1
    const question = asked.subarray(12, asked.indexOf('example') + 12)
    const head = Buffer.from([...asked.subarray(0, 2), 0x81, 0x80, 0, 1, 0, isV4 ? 1 : 0, 0, 0, 0, 0])
    const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...ADDRESS])
    server.send(Buffer.concat([head, question, ...(isV4 ? [record] : [])]), port, address)
  })
  server.bind(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

it('a name is resolved while nobody answers for many others', async () => {
  const server = await aNameServer()
  const resolver = new Resolver({ timeout: 60_000, tries: 1 })
  resolver.setServers([`127.0.0.1:${server.address().port}`])
  const resolve = resolvingBy(resolver)
  let settled = 0
  const dead = Array.from({ length: 16 }, (_, at) =>
    resolve(`dead-${at}.example`).then((found) => {
      settled += 1
      return found
    }),
  )
  expect(await resolve('live.example')).toEqual([{ address: ADDRESS.join('.'), family: 4 }])
  expect(settled).toBe(0)
  resolver.cancel()
  expect((await Promise.all(dead)).flat()).toEqual([])
  server.close()
})
