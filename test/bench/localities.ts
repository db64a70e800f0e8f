import { officialLocalities } from '../../functions/api/official-localities.ts'
import { gazetteerOf } from '../../shared/domain/gazetteer.ts'
import { drawnCommunes, misspelt } from '../support/communes.ts'
import { count, milliseconds, type Section } from './section.ts'
import { medianOf } from './stage.ts'

const LOADS = 7
const NAMES = 500
const SUGGESTIONS = 8

/** In milliseconds of the processor, so that other work on the machine does not count. */
const processorMs = (work: () => unknown): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Loading the gazetteer, and the work of one search in it. */
export const localities = async (): Promise<Section[]> => {
  const text = officialLocalities()
  const loads = Array.from({ length: LOADS }, () => processorMs(() => gazetteerOf(text)))
  const gazetteer = gazetteerOf(text)
  const drawn = drawnCommunes(NAMES, 1)
  const searches = {
    'a whole name': drawn.map(({ name }) => name),
    'half a name': drawn.map(({ name }) => name.slice(0, Math.ceil(name.length / 2))),
    'a name misspelt by one letter': drawn.map(({ name }, at) => misspelt(name, at)),
    'a postcode': drawn.flatMap(({ postcodes }) => postcodes.slice(0, 1)),
  }
  const suggest = (each: string) => gazetteer.suggest(each, SUGGESTIONS)
  const figures = Object.entries(searches).map(([name, texts]) => {
    for (const each of texts) suggest(each)
    const measured = milliseconds(medianOf(texts.map((each) => processorMs(() => suggest(each)))))
    return { name: `a search for ${name}, in the middle of ${texts.length}`, goal: '1 ms', measured }
  })
  return [
    {
      title: `The gazetteer of ${count(text.split('\n').length)} names, in time of the processor`,
      figures: [
        { name: 'text in the bundle', measured: `${count(Math.round(Buffer.byteLength(text) / 1000))} KB` },
        { name: 'indexing, first in a process', measured: milliseconds(loads[0] ?? 0) },
        { name: 'indexing, warm', measured: milliseconds(medianOf(loads)) },
        ...figures,
      ],
    },
  ]
}
