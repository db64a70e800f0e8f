import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'

/** Where pages are read from: a bucket behind the edge, or a folder on one machine. */
export type PageFiles = { readonly write: (path: string, content: string) => Promise<void> }

/** As pages of the build are kept. */
const KEPT = 'public, max-age=60'

const S3_LIMITS = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 2000, requestTimeout: 10_000, throwOnRequestTimeout: true },
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
}

/** One machine does without the client. */
export const bucketFiles = async (bucket: string): Promise<PageFiles> => {
  const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3')
  const client = new S3Client(S3_LIMITS)
  return {
    write: async (path, content) => {
      const stored = { ContentType: TYPES[extname(path)], CacheControl: KEPT }
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: path, Body: content, ...stored }))
    },
  }
}

/** A reader meets the file before or after, never half of it. */
export const folderFiles = (folder: string): PageFiles => ({
  write: async (path, content) => {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(`${file}.new`, content)
    await rename(`${file}.new`, file)
  },
})
