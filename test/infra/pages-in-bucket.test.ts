import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, vi } from 'vitest'
import { bucketFiles } from '../../functions/jobs/write-pages/page-files.ts'

const read = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  for await (const part of request.setEncoding('utf8')) body += part
  return body
}

it('a page goes into its bucket as what it is, to be kept for a minute, and a bucket that is away is a fault', async () => {
  const asked: object[] = []
  let status = 200
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request
    const kept = { type: headers['content-type'], cache: headers['cache-control'] }
    asked.push({ method, path: url?.split('?')[0], ...kept, body: await read(request) })
    response.writeHead(status).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.stubEnv('AWS_ENDPOINT_URL_S3', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  vi.stubEnv('AWS_REGION', 'eu-west-3')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  try {
    const files = await bucketFiles('pages')
    await files.write('en/lieu/09410A.html', '<h1>Saint-Étienne</h1>')
    expect(asked).toEqual([
      {
        method: 'PUT',
        path: '/pages/en/lieu/09410A.html',
        type: 'text/html; charset=utf-8',
        cache: 'public, max-age=60',
        body: '<h1>Saint-Étienne</h1>',
      },
    ])
    status = 403
    await expect(files.write('sitemap.xml', '<x/>')).rejects.toThrow()
  } finally {
    vi.unstubAllEnvs()
    server.close()
  }
})
