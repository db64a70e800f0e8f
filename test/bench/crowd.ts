import { type ApiHandler, apiEvent, invocationContext } from '../../infra/local/lambda-invocation.ts'
import { TIME_LIMIT_SECONDS } from '../../infra/time-limits.ts'
import { anEdge } from '../support/edge.ts'
import { count, milliseconds, type Section } from './section.ts'
import { type BenchTable, installedEngines, medianOf, silently, withTable } from './stage.ts'
import { withApi } from './throughput.ts'
import { fillWeek } from './week.ts'

const PEOPLE = 10_000
const EDGES = 10
const WITHIN_MS = 1000
const ADDRESS = 'https://restante.example/api/public/sites/09410A/week'

const askedOf = (api: ApiHandler) => async (address: string) => {
  const event = apiEvent({ method: 'GET', url: new URL(address), headers: {} })
  const { statusCode, headers, body } = await api(event, invocationContext(TIME_LIMIT_SECONDS.api * 1000))
  return new Response(body ?? null, { status: statusCode ?? 500, headers: headers as Record<string, string> })
}

const crowdAt = async (api: ApiHandler): Promise<Section> => {
  const ask = askedOf(api)
  const edges = Array.from({ length: EDGES }, () => anEdge(ask, Date.now))
  const waits: number[] = []
  let answered = 0
  const person = async (_: unknown, at: number) => {
    await new Promise((comes) => setTimeout(comes, (at * WITHIN_MS) / PEOPLE))
    const startedAt = performance.now()
    const answer = await edges[at % EDGES]?.read(ADDRESS)
    waits.push(performance.now() - startedAt)
    if (answer?.status === 200) answered += 1
  }
  await silently(() => Promise.all(Array.from({ length: PEOPLE }, person)))
  return {
    title: `${count(PEOPLE)} people open the week of one site within a second, through ${EDGES} simulated edges`,
    figures: [
      { name: 'answered', goal: count(PEOPLE), measured: count(answered) },
      {
        name: 'calls of the function from each edge',
        goal: '1',
        measured: String(Math.max(...edges.map(({ calls }) => calls()))),
      },
      { name: 'wait at the edge, median', measured: milliseconds(medianOf(waits)) },
      { name: 'wait at the edge, longest', measured: milliseconds(Math.max(...waits)) },
    ],
  }
}

const crowdOn = async (on: BenchTable): Promise<Section> => {
  await fillWeek(on.table)
  return withApi(on, crowdAt)
}

/** What a crowd costs the function, behind caches configured as those of the stack. */
export const crowd = async (): Promise<Section[]> => {
  const [kind] = installedEngines()
  return kind ? [await withTable(kind, crowdOn)] : []
}
