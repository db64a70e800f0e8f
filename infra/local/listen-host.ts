import { lookup } from 'node:dns/promises'
import { StartFailure } from './start-failure.ts'

const LOOPBACK = '127.0.0.1'

const isLoopback = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address)

type Variables = {
  readonly HOST?: string | undefined
  readonly RESTANTE_OPEN_TO_NETWORK?: string | undefined
}

/**
 * Listens on this machine only, since demo accounts have no password and all mails are visible. Throws
 * StartFailure for other addresses unless a variable allows them.
 */
export const hostToListenOn = async ({ HOST, RESTANTE_OPEN_TO_NETWORK }: Variables): Promise<string> => {
  if (!HOST) return LOOPBACK
  const addresses = await lookup(HOST, { all: true }).catch(() => {
    throw new StartFailure(`HOST is no address of this machine: ${HOST}`)
  })
  if (RESTANTE_OPEN_TO_NETWORK === 'yes' || addresses.every(({ address }) => isLoopback(address))) return HOST
  throw new StartFailure(
    `HOST=${HOST} would open the demo accounts, which have no password, and all mails to the network: leave HOST out, or set RESTANTE_OPEN_TO_NETWORK=yes as well`,
  )
}
