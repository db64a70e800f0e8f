import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { generate } from 'orval'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApi } from '../../shared/contracts/openapi.ts'
import { type Route, routes } from '../../shared/contracts/routes.ts'

const source = JSON.stringify(openApi())

describe('the reference of the API', () => {
  it('breaks none of the recommended rules for OpenAPI, and each example fits its schema', async () => {
    const rules = { 'no-invalid-media-type-examples': 'error', 'no-invalid-parameter-examples': 'error' }
    const config = await createConfig({ extends: ['recommended'], rules } as never)
    const found = await lintFromString({ source, absoluteRef: '/openapi.json', config })
    const flaws = found.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer}`)
    // A browser is sent elsewhere by these, and nothing else is answered.
    const redirecting = Object.values<Route>(routes)
      .filter(({ status }) => status === 302 || status === 303)
      .map(({ path, method }) =>
        path
          .replace(/:(\w+)/g, '{$1}')
          .replaceAll('/', '~1')
          .concat(`/${method}`),
      )
      .map((pointer) => `operation-2xx-response #/paths/${pointer}/responses`)
    expect(flaws.sort()).toEqual(redirecting.sort())
  })
})

const TSC = fileURLToPath(new URL('../../node_modules/.bin/tsc', import.meta.url))

/** What a partner writes on what was generated. */
const PROGRAM = `
import { type Booking, bookSpace, type NewBooking, type Problem, searchSites, type Site } from './client.ts'

export const titleOf = ({ name, commune }: Site): string => name + ', ' + commune
export const isSure = ({ status }: Booking): boolean => status === 'confirmed'

export const book = async (wanted: NewBooking): Promise<Booking | Problem> => {
  const answer = await bookSpace(wanted, { headers: { 'Idempotency-Key': crypto.randomUUID() } })
  return answer.data
}

export const places = async (): Promise<string[]> => {
  const answer = await searchSites({ q: 'Montmirail', use: 'desk' })
  return answer.status === 200 ? answer.data.lenders.map(({ id }) => id) : [answer.data.code]
}

// @ts-expect-error: no booking has a state.
export const isOver = ({ state }: Booking): boolean => state === 'over'
`

describe('a client in TypeScript that orval makes of the reference', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'restante-client-'))
    await writeFile(join(folder, 'openapi.json'), source)
    const [target, input] = ['client.ts', 'openapi.json'].map((name) => join(folder, name))
    await generate({ input, output: { target, client: 'fetch' } } as never)
  })

  afterAll(() => rm(folder, { recursive: true }))

  it('compiles under strict, with the names of the glossary, and knows what members a booking has', async () => {
    const strict = ['--strict', '--noUncheckedIndexedAccess', '--verbatimModuleSyntax', '--skipLibCheck']
    const as = ['--noEmit', '--target', 'esnext', '--module', 'preserve', '--allowImportingTsExtensions']
    await writeFile(join(folder, 'program.ts'), PROGRAM)
    const compiled = promisify(execFile)(TSC, [...strict, ...as, '--types', '', 'program.ts'], {
      cwd: folder,
    })
    expect(await compiled.catch(({ stdout }: { stdout: string }) => ({ stdout }))).toMatchObject({
      stdout: '',
    })
  })
})
