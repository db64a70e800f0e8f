import { describe, expect, it } from 'vitest'
import { hostToListenOn } from '../../infra/local/listen-host.ts'

describe('the address of a local service', () => {
  it.each([
    [undefined, '127.0.0.1'],
    ['', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.1'],
    ['127.1.2.3', '127.1.2.3'],
    ['localhost', 'localhost'],
    ['::1', '::1'],
  ])('with HOST=%s is this machine only: %s', async (HOST, host) => {
    expect(await hostToListenOn({ HOST })).toBe(host)
  })

  it.each(['0.0.0.0', '::', '192.168.1.20', '::ffff:10.0.0.1', '0', '1270.0.0.1.example.invalid'])(
    'with HOST=%s is refused, as others may reach it',
    async (HOST) => {
      await expect(hostToListenOn({ HOST })).rejects.toThrow(/^HOST/)
      await expect(hostToListenOn({ HOST, RESTANTE_OPEN_TO_NETWORK: 'no' })).rejects.toThrow(/^HOST/)
    },
  )

  it('is open to the network when a variable allows it', async () => {
    expect(await hostToListenOn({ HOST: '0.0.0.0', RESTANTE_OPEN_TO_NETWORK: 'yes' })).toBe('0.0.0.0')
  })
})
