import { BlockList, isIP } from 'node:net'

type Subnet = readonly [net: string, prefix: number]

/** What https://www.iana.org/assignments/iana-ipv4-special-registry keeps apart, and multicast. */
const NOT_PUBLIC_V4: readonly Subnet[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** Public addresses are in 2000::/3; those which carry an IPv4 address are not taken for it, but refused. */
const PUBLIC_V6: Subnet = ['2000::', 3]
const NOT_PUBLIC_V6: readonly Subnet[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const listOf = (subnets: readonly Subnet[], type: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList()
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, type)
  return list
}

const refusedV4 = listOf(NOT_PUBLIC_V4, 'ipv4')
const publicV6 = listOf([PUBLIC_V6], 'ipv6')
const refusedV6 = listOf(NOT_PUBLIC_V6, 'ipv6')
const loopbackV4 = listOf([['127.0.0.0', 8]], 'ipv4')

/** An address that the whole world reaches, and no machine beside this one. */
export const isPublicAddress = (address: string): boolean => {
  const version = isIP(address)
  if (version === 4) return !refusedV4.check(address, 'ipv4')
  return version === 6 && publicV6.check(address, 'ipv6') && !refusedV6.check(address, 'ipv6')
}

export const isLoopback = (address: string): boolean =>
  address === '::1' || (isIP(address) === 4 && loopbackV4.check(address, 'ipv4'))
