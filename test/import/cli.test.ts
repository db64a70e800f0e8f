import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bookingStore } from '../../shared/store/booking-store.ts'
import { directoryStore } from '../../shared/store/directory-store.ts'
import { hoursStore } from '../../shared/store/hours-store.ts'
import { networkStore } from '../../shared/store/network-store.ts'
import { siteStore } from '../../shared/store/site-store.ts'
import { aBooking, aListedSpace, anOpening, aSite, aSpace, date, range } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { runCli, spawnCli } from '../support/run-cli.ts'
import { RUNS_ALL } from '../support/scope.ts'
import type { RunningEngine } from '../support/start-engines.ts'
import { file, MONTMIRAIL, SENS, sitesFile } from './files.ts'

const cli = join(import.meta.dirname, '../../functions/jobs/import-network/cli.ts')
const RULES = '09410A|MONTMIRAIL BP|Mo-Fr 14:00-18:00; week 01-53/2 Sa 09:00-12:00; PH off; 2099 Jan 05 off\n'

const run = (args: string[], environment: Record<string, string>) => runCli(cli, args, environment)

const [engine] = engines as [RunningEngine]

const tableEnvironment = async () => {
  const table = await freshTable(engine)
  return { table, environment: { RESTANTE_DYNAMODB_ENDPOINT: engine.endpoint, RESTANTE_TABLE: table.name } }
}

describe('npm run import', () => {
  test('reports its work, ends with the idle half-days, and writes refused rows where asked', async () => {
    const { table, environment } = await tableEnvironment()
    const refused = file('')
    const rules = file(`${RULES}99999Z|NOWHERE|closed\n`)
    const { stdout, status } = spawnCli(
      cli,
      [sitesFile(MONTMIRAIL, SENS), rules, '--refused', refused],
      environment,
    )
    expect(stdout).toContain('Sites: 2 new, 0 updated, 0 unchanged, 0 gone\nOpening hours: 1 new')
    expect(stdout).toMatch(
      /Idle half-days of the network, week of \d{4}-\d{2}-\d{2}: 5\n {2}5 weekday mornings \(100\.0 %\)/,
    )
    expect(status).toBe(0)
    expect(readFileSync(refused, 'utf8')).toBe(`${rules}:2: 99999Z is no known site\n`)
    expect(await directoryStore(table).readDirectory()).toHaveLength(2)
  })

  test.each([
    ['an absent file', () => ['/nowhere/at/all.csv'], '/nowhere/at/all.csv: no such file\n'],
    ['an empty file', () => [sitesFile(MONTMIRAIL), file('')], /^.*: empty\n$/m],
    [
      'a file that was cut',
      () => [file('09410A|MONTMIRAIL|Mo-Fr 14:00-1')],
      /cut short: line 1 is not whole .*\n$/,
    ],
    ['an engine that is not there', () => [sitesFile(MONTMIRAIL)], 'no engine answers', 'http://127.0.0.1:9'],
  ])(
    'prints one line and exits with 1 for %s; nothing is written',
    async (_, args, line, endpoint?: string) => {
      const { table, environment } = await tableEnvironment()
      const given = args()
      const { stderr, stdout, status } = await run(given, {
        ...environment,
        ...(endpoint && { RESTANTE_DYNAMODB_ENDPOINT: endpoint }),
      })
      const said = stderr
        .split('\n')
        .filter((each) => each !== '' && !/^(reading|evaluating|writing)/.test(each))
      expect(said).toHaveLength(1)
      expect(stderr).toMatch(line)
      expect({ stdout, status }).toEqual({ stdout: '', status: 1 })
      expect(await networkStore(table).readFingerprints()).toEqual(new Map())
    },
  )

  test('ends with a conspicuous error when most of a file was refused; readable rows are written', async () => {
    const { table, environment } = await tableEnvironment()
    const rules = file('09410A|MONTMIRAIL BP|gibberish\n99999Z|NOWHERE|closed\n06632A|SENS|Mo 09:00-12:00\n')
    const { stdout, stderr, status } = await run([sitesFile(MONTMIRAIL, SENS), rules], environment)
    expect(stdout).toContain('Opening hours: 1 new')
    expect(stderr.trimEnd().split('\n').at(-1)).toBe(
      `NOT UNDERSTOOD: ${rules}: 2 of 3 refused. What was read is written; the rest is as it was.`,
    )
    expect(status).toBe(1)
    expect(await directoryStore(table).readDirectory()).toHaveLength(2)
  })

  test.each([[[]], [['--unknown', 'x']]])('prints its usage for %j', async (args) => {
    const { stderr, status } = await run(args, {})
    expect(stderr).toContain('Usage: npm run import')
    expect(status).toBe(1)
  })

  test('counts bookings outside new hours, and ends them only when asked to', async () => {
    const { table, environment } = await tableEnvironment()
    const rules = (hours: string) => file(`09410A|MONTMIRAIL BP|${hours}\n`)
    await run([sitesFile(MONTMIRAIL), rules('Mo-Su 14:00-18:00')], environment)
    await siteStore(table).lendSpaces(aSite().id, [
      aSpace({ openings: [anOpening({ weekdays: [1, 2, 3, 4, 5, 6, 7] })] }),
    ])
    await directoryStore(table).changeShard('51', (entries) =>
      entries.map((each) => ({ ...each, spaces: [aListedSpace()] })),
    )
    const day = new Date(Date.now() + 15 * 86_400_000).toISOString().slice(0, 10)
    const booking = aBooking({ date: date(day), ...range('08:00-09:00') })
    await bookingStore(table).addBooking(booking, 'a-hash' as never)
    const statusNow = async () => (await bookingStore(table).findBooking(booking.id))?.status

    expect((await run([rules('Mo-Su,PH 08:00-18:00')], environment)).stdout).toContain(
      'Outside of the new hours of 1 sites that lend: 1 bookings; with --rehome, or npm run review,',
    )
    expect(await statusNow()).toBe('confirmed')
    expect((await run([rules('Mo-Su,PH 08:00-18:00'), '--rehome'], environment)).stdout).not.toContain(
      'Outside',
    )
    expect((await run([rules('Mo-Su,PH 07:00-18:00'), '--rehome'], environment)).stdout).toContain(
      ': 1 bookings, ended',
    )
    expect(await statusNow()).toBe('cancelled')
  }, 120_000)

  test('compiles the same hours in any time zone of the machine', async () => {
    const { table, environment } = await tableEnvironment()
    const files = [sitesFile(MONTMIRAIL), file(RULES)]
    await run(files, { ...environment, TZ: 'UTC' })
    const written = await hoursStore(table).readHours(
      [...(await networkStore(table).readFingerprints()).values()].flatMap((each) => [...each.keys()]),
    )
    expect([...written.values()]).toMatchObject([{ weekly: expect.arrayContaining([[[840, 1080]]]) }])
    for (const TZ of RUNS_ALL
      ? ['America/Cayenne', 'Europe/Paris', 'Pacific/Auckland']
      : ['Pacific/Auckland']) {
      const { stdout } = spawnCli(cli, files, { ...environment, TZ })
      expect(stdout, TZ).toContain('Opening hours: 0 new, 0 updated, 1 unchanged')
    }
  })
})
