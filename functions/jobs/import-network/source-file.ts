import { createReadStream } from 'node:fs'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { type FileFormat, formatOf } from './file-format.ts'

/** `windows-1252` is the web's name for a superset of ISO-8859-1. */
type Encoding = 'utf-8' | 'windows-1252'

export type SourceFile = {
  readonly path: string
  readonly encoding: Encoding
  readonly bytes: number
  /** A truncated file ends in the middle of a line. */
  readonly endsInNewline: boolean
  readonly format: FileFormat
}

const HEAD_BYTES = 65_536
const NEWLINE = 10
const CONTROL_BYTES = new Set([...Array(32).keys()].filter((byte) => ![9, 10, 12, 13].includes(byte)))

type Inspection = { encoding: Encoding; bytes: number; lastByte: number; binary: boolean; head: Buffer }

const isUtf8 = () => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return (chunk: Buffer | undefined): boolean => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined })
      return true
    } catch {
      return false
    }
  }
}

const inspect = async (path: string): Promise<Inspection> => {
  const seen: Inspection = { encoding: 'utf-8', bytes: 0, lastByte: 0, binary: false, head: Buffer.alloc(0) }
  const stillUtf8 = isUtf8()
  const decode = (chunk?: Buffer) => {
    if (seen.encoding === 'utf-8' && !stillUtf8(chunk)) seen.encoding = 'windows-1252'
  }
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (seen.bytes < HEAD_BYTES) seen.head = Buffer.concat([seen.head, chunk])
    seen.bytes += chunk.length
    seen.lastByte = chunk.at(-1) ?? 0
    seen.binary ||= chunk.some((byte) => CONTROL_BYTES.has(byte))
    decode(chunk)
  }
  decode()
  return seen
}

const unreadable = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file',
    EISDIR: 'a folder, not a file',
    EACCES: 'may not be read',
  }
  if (!known[code]) throw error
  return known[code]
}

export const openSource = async (path: string): Promise<Result<SourceFile, string>> => {
  try {
    const { encoding, bytes, lastByte, binary, head } = await inspect(path)
    if (bytes === 0) return refuse('empty')
    if (binary) return refuse('not text: a binary, compressed or UTF-16 file')
    const firstLine = new TextDecoder(encoding)
      .decode(head)
      .split(/\r\n|\r|\n/)
      .find((line) => line.trim() !== '')
    if (firstLine === undefined) return refuse('empty')
    const format = formatOf(firstLine.trim())
    return format.ok
      ? ok({ path, encoding, bytes, endsInNewline: lastByte === NEWLINE, format: format.value })
      : format
  } catch (error) {
    return refuse(unreadable(error))
  }
}

/** Yields the text in chunks and tells `advance` the bytes read. */
export async function* textOf(
  { path, encoding }: SourceFile,
  advance: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    yield decoder.decode(chunk, { stream: true })
    advance(chunk.length)
  }
  yield decoder.decode()
}
