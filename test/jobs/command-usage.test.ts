import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { engines, freshTable } from '../support/engine.ts'
import { runCli, spawnCli } from '../support/run-cli.ts'
import { shareOf } from '../support/scope.ts'
import type { RunningEngine } from '../support/start-engines.ts'

const [engine] = engines as [RunningEngine]
const ROOT = join(import.meta.dirname, '../..')

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
const COMMANDS = Object.entries<string>(scripts).flatMap(([name, script]) =>
  script.endsWith('/cli.ts') ? [[name, join(ROOT, script.replace('node ', ''))] as const] : [],
)

const programOf = (command: string): string => Object.fromEntries(COMMANDS)[command] ?? ''

describe('the commands', () => {
  it('are all listed here', () => {
    const names = ['import', 'reconcile', 'review', 'invite', 'forget', 'disable', 'replay-erasures']
    expect(COMMANDS.map(([name]) => name)).toEqual(names)
  })

  it.each(shareOf(COMMANDS))(
    'include %s, which prints its usage with --help, whatever else is given, and opens nothing',
    (name, program) => {
      const nowhere = { RESTANTE_DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' }
      const { status, stdout, stderr } = spawnCli(program, ['anything', '--help'], nowhere)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toMatch(new RegExp(`^Usage: npm run ${name} -- .*\\[--aws\\]\n`))
    },
  )

  it.each(shareOf(COMMANDS))(
    'include %s, which prints its usage with an unknown option',
    async (name, program) => {
      const { status, stdout, stderr } = await runCli(program, ['--forever'])
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
      expect(stderr).toMatch(new RegExp(`--forever(.|\n)*Usage: npm run ${name} `))
    },
  )

  it.each(['reconcile', 'review'])('include %s, which refuses an unknown site', async (command) => {
    const { name } = await freshTable(engine)
    const variables = { RESTANTE_DYNAMODB_ENDPOINT: engine.endpoint, RESTANTE_TABLE: name }
    const { status, stdout, stderr } = await runCli(programOf(command), ['00000A'], variables)
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: 'no known site: 00000A\n' })
  })

  it('say in one line that no AWS region is named', () => {
    const none = { AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined, AWS_CONFIG_FILE: '/nowhere/config' }
    const { status, stderr } = spawnCli(programOf('reconcile'), ['--aws'], none)
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'no AWS region: name it with AWS_REGION, for example eu-west-3\n',
    })
  })
})
