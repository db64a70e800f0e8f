import { parseArgs } from 'node:util'
import { bookingRate } from './booking-rate.ts'
import { bundle } from './bundle.ts'
import { capacity, MANY_BOOKINGS } from './capacity.ts'
import { crowd } from './crowd.ts'
import { directory } from './directory.ts'
import { localities } from './localities.ts'
import { mails } from './mails.ts'
import { writeFigures } from './measurements-page.ts'
import { networkImport } from './network-import.ts'
import { nightly } from './nightly.ts'
import { oneMachine } from './one-machine.ts'
import { pages } from './pages.ts'
import { planning } from './planning.ts'
import { race } from './race.ts'
import { reminders } from './reminders.ts'
import { count, measuredOn, type Section, sectionText, wasMeasured } from './section.ts'
import { series } from './series.ts'
import { signIn } from './sign-in.ts'
import { verdicts } from './verdicts.ts'
import { waits } from './waitlist.ts'
import { week } from './week.ts'

type Options = { readonly bookings: number }

/** Each section has a file, and its tables stand between marks of its name in docs/measurements.md. */
const BENCHES: Readonly<Record<string, (options: Options) => Promise<readonly Section[]>>> = {
  throughput: bookingRate,
  capacity,
  race,
  series,
  'sign-in': signIn,
  verdicts,
  week,
  crowd,
  planning,
  waits,
  directory,
  localities,
  import: networkImport,
  'one-machine': oneMachine,
  nightly,
  mails,
  reminders,
  bundle,
  pages,
}

const USAGE = `Usage: node test/bench/run.ts [NAMES…] [--write] [--bookings COUNT]

NAMES       ${Object.keys(BENCHES).join(', ')}; all of them by default
--write     put the tables in docs/measurements.md too
--bookings  so many in the table when units are counted; ${count(MANY_BOOKINGS)} by default`

const OPTIONS = {
  write: { type: 'boolean' },
  bookings: { type: 'string', default: String(MANY_BOOKINGS) },
} as const

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS })
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHES)
  const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name))
  if (unknown.length > 0) {
    console.error(`No such benchmark: ${unknown.join(', ')}\n\n${USAGE}`)
    return 1
  }
  const bookings = Number(values.bookings)
  if (!Number.isInteger(bookings) || bookings < 1) {
    console.error(`--bookings wants a whole number\n\n${USAGE}`)
    return 1
  }
  for (const name of names) {
    const sections = (await BENCHES[name]?.({ bookings })) ?? []
    const text = sections.map(sectionText).join('\n\n')
    console.log(`\n${text}\n`)
    if (values.write && sections.some(wasMeasured)) {
      writeFigures(name, `${text}\n\n${measuredOn()}`)
    }
  }
  return 0
}

process.exitCode = await main()
