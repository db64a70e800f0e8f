import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { clientOn, loadJobs, tellEnvironment } from '../../infra/local/functions.ts'
import { TIME_LIMIT_SECONDS } from '../../infra/time-limits.ts'

it('a local service runs every function of the cloud, within the same time', async () => {
  const origin = 'http://localhost:9'
  tellEnvironment({
    endpoint: 'http://127.0.0.1:9',
    origin,
    client: clientOn(origin),
    smtpUrl: 'smtp://127.0.0.1:9',
    folder: '/nowhere',
  })
  const dist = fileURLToPath(new URL('../../dist', import.meta.url))
  const { followers, scheduled } = await loadJobs(dist)
  const limits = [...followers, ...scheduled].map(({ name, limitMs }) => [name, limitMs / 1000])
  expect({ api: TIME_LIMIT_SECONDS.api, ...Object.fromEntries(limits) }).toEqual(TIME_LIMIT_SECONDS)
})
