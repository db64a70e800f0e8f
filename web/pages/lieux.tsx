import { useAnnouncement, useAnswer, useTitle } from '../answers.ts'
import { api } from '../api-client.ts'
import { Unread } from '../components/notice/refusal.tsx'
import { PlaceSearch } from '../components/place-search/place-search.tsx'
import { FoundSites } from '../components/site-card/found-sites.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { type Found, findSites } from '../find-sites.ts'
import { results } from '../messages/fr/search.ts'
import type { Page, ViewProps } from '../page.ts'

const LISTED = ['q', 'near', 'departement'] as const

type Where = { readonly use?: string; readonly q?: string; readonly near?: string; readonly departement?: string }

const whereIn = (query: URLSearchParams): Where => {
  const use = ['desk', 'room'].find((each) => each === query.get('use'))
  const name = LISTED.find((each) => (query.get(each)?.trim().length ?? 0) >= 2)
  return { ...(use ? { use } : {}), ...(name ? { [name]: query.get(name)?.trim() } : {}) }
}

const wordsOf = ({ q, departement }: Where): string | undefined => q ?? departement

const titleOf = (where: Where, found: Found | undefined): string => {
  if (!found) return results.searching
  const words = wordsOf(where)
  if (found.total === 0) return words ? results.none(words) : results.noneAround
  return results.count(found.total) + (words ? results.forWords(words) : results.around)
}

const Where = ({ use }: Where) => {
  const title = results.whereTitle[(use ?? 'any') as keyof typeof results.whereTitle]
  useTitle(title)
  return (
    <div class="narrow stack">
      <h1>{title}</h1>
      <PlaceSearch use={use} />
    </div>
  )
}

const Results = ({ where }: { where: Where }) => {
  const { loaded, again } = useAnswer(JSON.stringify(where), () => findSites(api, where))
  const found = loaded.state === 'here' ? loaded.value : undefined
  const title = titleOf(where, found)
  useTitle(found ? title : undefined)
  useAnnouncement(found && title)
  return (
    <div class="stack">
      <h1>{title}</h1>
      {where.use && <p class="lead">{results.uses[where.use as keyof typeof results.uses]}</p>}
      {loaded.state === 'waiting' && <Waiting />}
      {loaded.state === 'refused' && <Unread problem={loaded.problem} again={again} />}
      {found && <FoundSites key={title} found={found} use={where.use} />}
      {loaded.state !== 'waiting' && (
        <section class="narrow stack">
          <h2>{results.newSearch}</h2>
          <PlaceSearch use={where.use} words={where.q} />
        </section>
      )}
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  if (!query)
    return (
      <div class="stack">
        <h1>{results.searching}</h1>
        <Waiting />
      </div>
    )
  const where = whereIn(query)
  return where.q || where.near || where.departement ? <Results where={where} /> : <Where {...where} />
}

export const page: Page = { title: results.page, enhanced: true, View }
