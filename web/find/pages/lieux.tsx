import { api } from '../../kit/api-client.ts'
import { Loaded } from '../../kit/loaded.tsx'
import { Loading } from '../../kit/loading.tsx'
import { localToday } from '../../kit/local-text.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useTitle } from '../../kit/use-title.ts'
import { MapBeside } from '../../map/map-beside.tsx'
import { Filters } from '../filters.tsx'
import type { Found } from '../find-client.ts'
import { Lenders, Understood } from '../found-sites.tsx'
import { countNear } from '../near-enough.ts'
import { OpenCounters } from '../open-counters.tsx'
import { SiteSearch } from '../site-search.tsx'
import { questionOf, type Wanted, wantedIn } from '../wanted.ts'
import { results as words } from '../words/fr/results.ts'

type WantedProps = { readonly wanted: Wanted }

const Where = ({ wanted }: WantedProps) => {
  const title = words.whereTitle[(wanted.use ?? 'any') as keyof typeof words.whereTitle]
  useTitle(title)
  return (
    <div class="narrow stack">
      <h1>{title}</h1>
      <SiteSearch wanted={wanted} />
    </div>
  )
}

const isUnknown = ({ around }: Found, { near }: Wanted): boolean => !around && !near

const titleOf = (found: Found, wanted: Wanted): string => {
  const { q, locality, departement, near, use } = wanted
  if (isUnknown(found, wanted)) return words.unknown(q ?? locality ?? departement ?? '')
  return words.title(use, found.around, near !== undefined)
}

const nearOf = ({ around }: Found, { near }: Wanted): string | undefined =>
  near ?? (around?.position && `${around.position.lat},${around.position.lon}`)

const NewSearch = ({ wanted }: WantedProps) => (
  <section class="stack">
    <h2>{words.newSearch}</h2>
    <SiteSearch wanted={wanted} />
  </section>
)

const FoundPage = ({ found, wanted }: WantedProps & { readonly found: Found }) => {
  const isLost = isUnknown(found, wanted)
  return (
    <>
      {isLost && <p class="lead">{words.unknownHint}</p>}
      {isLost && <SiteSearch wanted={wanted} />}
      <Understood found={found} wanted={wanted} />
      <Filters wanted={wanted} today={localToday()} />
      <div class="places-found">
        <Lenders found={found} wanted={wanted} />
        <MapBeside
          lenders={found.lenders.slice(0, countNear(found.lenders))}
          position={found.around?.position}
          isAbout={found.around?.isApproximate}
        />
        <OpenCounters near={nearOf(found, wanted)} isAbout={found.around?.isApproximate} />
        {!isLost && <NewSearch wanted={wanted} />}
      </div>
    </>
  )
}

type ResultsProps = WantedProps & { readonly question: NonNullable<ReturnType<typeof questionOf>> }

const Results = ({ wanted, question }: ResultsProps) => {
  const from = useAnswer(JSON.stringify(question), () => api.searchSites(question))
  const { loaded } = from
  const title = loaded.state === 'here' ? titleOf(loaded.value, wanted) : undefined
  useTitle(title)
  useAnnouncement(title)
  return (
    <div class="stack">
      <h1>{title ?? words.searching}</h1>
      <Loaded from={from}>{(found) => <FoundPage found={found} wanted={wanted} />}</Loaded>
      {loaded.state === 'refused' && <NewSearch wanted={wanted} />}
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  if (!query)
    return (
      <div class="stack">
        <h1>{words.searching}</h1>
        <Loading />
      </div>
    )
  const wanted = wantedIn(query, localToday())
  const question = questionOf(wanted)
  return question ? <Results wanted={wanted} question={question} /> : <Where wanted={wanted} />
}

export const page: Page = { title: words.page, enhanced: true, View }
