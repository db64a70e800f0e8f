import { crc32 } from 'node:zlib'
import type { HolderId } from '../../shared/domain/ids.ts'

/** By which people and scanners of code recognise a key that lies about. */
const PREFIX = 'rst_'

const TOKEN = /^rst_(?<id>[0-9a-z]{20})(?<secret>[0-9a-f]{40})(?<sum>[0-9a-f]{8})$/

export type ApiKeyToken = { readonly id: HolderId; readonly secret: string }

const sumOf = (text: string): string => crc32(text).toString(16).padStart(8, '0')

export const formatApiKey = ({ id, secret }: ApiKeyToken): string => {
  const text = `${PREFIX}${id}${secret}`
  return text + sumOf(text)
}

/** A key that is cut or mistyped is told by its checksum, without a look at the table. */
export const parseApiKey = (text: string): ApiKeyToken | undefined => {
  const { id, secret, sum } = TOKEN.exec(text)?.groups ?? {}
  return id && secret && sum === sumOf(`${PREFIX}${id}${secret}`) ? { id: id as HolderId, secret } : undefined
}
