import { parseArgs } from 'node:util'
import { bookingRate } from './booking-rate.ts'
import { bundle } from './bundle.ts'
import { directory } from './directory.ts'
import { networkImport } from './network-import.ts'
import { pages } from './pages.ts'
import { writeFigures } from './performance-page.ts'
import { measuredOn, type Section, sectionText } from './section.ts'
import { waits } from './waits.ts'
import { week } from './week.ts'

const BENCHES: Readonly<Record<string, () => Promise<readonly Section[]>>> = {
  throughput: bookingRate,
  week,
  waits,
  directory,
  import: networkImport,
  bundle,
  pages,
}

const USAGE = `Usage: node test/bench/run.ts [NAMES…] [--write]

NAMES    ${Object.keys(BENCHES).join(', ')}; all of them unless told
--write  put the tables in docs/performance.md too`

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean' } } })
  const names = positionals.length > 0 ? positionals : Object.keys(BENCHES)
  const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name))
  if (unknown.length > 0) {
    console.error(`No such benchmark: ${unknown.join(', ')}\n\n${USAGE}`)
    return 1
  }
  for (const name of names) {
    const sections = (await BENCHES[name]?.()) ?? []
    const text = sections.map(sectionText).join('\n\n')
    console.log(`\n${text}\n`)
    if (values.write && sections.some(({ figures }) => figures.length > 0)) {
      writeFigures(name, `${text}\n\n${measuredOn()}`)
    }
  }
  return 0
}

process.exitCode = await main()
