import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { clientOn, loadJobs, tellEnvironment } from '../../infra/local/functions.ts'
import { TIME_LIMIT_SECONDS } from '../../infra/time-limits.ts'

it('a local service runs every function of the cloud but the one that SES tells of bounces, within the same time', async () => {
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
  const { api, 'mail-feedback': _, ...others } = TIME_LIMIT_SECONDS
  expect({ api, ...Object.fromEntries(limits) }).toEqual({ api, ...others })
})
