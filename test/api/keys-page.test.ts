import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../architecture/imports.ts'
import { anApi } from '../support/api.ts'
import { madeKey } from '../support/api-keys.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { holderIn } from '../support/waitlist-entry.ts'

const EXAMPLES = [...readFileSync(join(ROOT, 'docs/keys.md'), 'utf8').matchAll(/```sh\n(curl .*?)```/gs)].map(
  ([, example = '']) => example.replaceAll('\\\n', ' '),
)

/** What curl sends: the options that the page uses. */
const requestOf = (example: string, variables: Readonly<Record<string, string>>) => {
  const filled = example.replace(/\$(\w+)/g, (_, name: string) => variables[name] ?? '')
  const words = [...filled.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, one, other, bare]) => one ?? other ?? bare ?? '',
  )
  const after = (option: string) =>
    words.flatMap((word, at) => (word === option ? [words[at + 1] ?? ''] : []))
  const url = words.find((word) => word.startsWith('https://')) ?? ''
  const headers = Object.fromEntries(
    after('-H').map((header) => header.replace(/^[^:]+/, (name) => name.toLowerCase()).split(': ')),
  )
  const [method = 'GET'] = after('-X')
  const [rawBody] = after('-d')
  return {
    method,
    path: url.replace('https://restante.example/api', ''),
    call: { headers, ...(rawBody && { rawBody }) },
  }
}

it.each(engines.slice(0, 1))(
  'the examples of the page about keys do what it says on $name',
  async (engine) => {
    const table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    const api = anApi(table)
    const manager = await api.signIn('manager@example.org', 'Dominique')
    await api.deps.grants.give(holderIn(manager), {
      role: 'manager',
      scope: { kind: 'site', site: aSite().id },
    })
    const variables = { RESTANTE_KEY: (await madeKey(api, manager, 'site:09410A')).token, BOOKING: '' }
    const said: string[] = []
    for (const example of EXAMPLES) {
      const { method, path, call } = requestOf(example, variables)
      const { status, body } = await api.call(method, path, call)
      if (path === '/bookings') variables.BOOKING = body.id
      said.push(`${method} ${status} ${body.code ?? ''}`.trim())
    }
    expect(said).toEqual(['GET 200', 'POST 201', 'PATCH 200', 'DELETE 200', 'POST 201'])
  },
)
