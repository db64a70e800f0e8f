import type { Hono } from 'hono'
import type * as z from 'zod'
import { ASSISTANT_TOOLS, type ToolName } from '../../../shared/contracts/assistant-tools.ts'
import type { SiteList } from '../../../shared/contracts/search-views.ts'
import type { AvailabilityView, SiteView } from '../../../shared/contracts/site-views.ts'

type Args<N extends ToolName> = z.output<(typeof ASSISTANT_TOOLS)[N]['input']>

/** Where the API is asked, and where people go on. */
export type Asking = { readonly api: Pick<Hono, 'request'>; readonly origin: string }

/** Something the assistant can put right, with what it has to know for it. */
class Refused extends Error {}

const queryOf = (asked: Readonly<Record<string, unknown>>): string => {
  const said = Object.entries(asked).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === false ? [] : [[name, value === true ? 'yes' : String(value)]],
  )
  return said.length > 0 ? `?${new URLSearchParams(said)}` : ''
}

/** The routes for everybody answer: an assistant learns nothing else, and meets the same refusals. */
const read = async <T>({ api }: Asking, path: string): Promise<T> => {
  const answer = await api.request(path)
  if (answer.ok) return (await answer.json()) as T
  const {
    title,
    detail,
    errors = [],
  } = (await answer.json()) as {
    title: string
    detail: string
    errors?: { pointer: string; detail: string }[]
  }
  throw new Refused(
    [`${title}. ${detail}`, ...errors.map((each) => `${each.pointer}: ${each.detail}`)].join('\n'),
  )
}

const pageOf = (asking: Asking, place: string): string => `${asking.origin}/lieu/${place}`

const searchPlaces = async ({ where, limit = 5, ...wanted }: Args<'search_places'>, asking: Asking) => {
  const asked = { q: where, ...wanted, limit }
  const { around, lenders, relaxed, total } = await read<SiteList>(asking, `/sites${queryOf(asked)}`)
  return {
    around: around?.name,
    postOfficesThere: total,
    ...(relaxed && { leftOut: relaxed }),
    places: lenders.slice(0, limit).map((place) => ({ ...place, page: pageOf(asking, place.id) })),
  }
}

const freeTimes = async ({ place, ...when }: Args<'free_times'>, asking: Asking) => {
  const { site, days } = await read<AvailabilityView>(asking, `/sites/${place}/availability${queryOf(when)}`)
  return {
    place: site,
    page: pageOf(asking, site),
    days: days.map(({ date, spaces }) => ({
      date,
      spaces: spaces
        .filter(({ free }) => free.length > 0)
        .map(({ space, free, shortestMinutes, longestMinutes, gridMinutes }) => ({
          ...{ space, free, shortestMinutes, longestMinutes, gridMinutes },
        })),
    })),
  }
}

const aPlace = async ({ place }: Args<'place'>, asking: Asking) => {
  const site = await read<SiteView>(asking, `/sites/${place}`)
  return { ...site, page: pageOf(asking, site.id) }
}

const ANSWERS: { readonly [N in ToolName]: (args: Args<N>, asking: Asking) => Promise<object> } = {
  search_places: searchPlaces,
  free_times: freeTimes,
  place: aPlace,
}

export const isTool = (name: string): name is ToolName => Object.hasOwn(ASSISTANT_TOOLS, name)

const failed = (text: string) => ({ isError: true, content: [{ type: 'text' as const, text }] })

/** What cannot be answered is said to the assistant, which then asks better. */
export const answerTool = async <N extends ToolName>(name: N, args: unknown, asking: Asking) => {
  const parsed = ASSISTANT_TOOLS[name].input.safeParse(args ?? {})
  if (!parsed.success)
    return failed(parsed.error.issues.map(({ path, message }) => `${path.join('/')}: ${message}`).join('\n'))
  try {
    const answer = await ANSWERS[name](parsed.data as Args<N>, asking)
    return { content: [{ type: 'text' as const, text: JSON.stringify(answer) }] }
  } catch (error) {
    if (error instanceof Refused) return failed(error.message)
    throw error
  }
}
