import { Loaded } from '../../kit/loaded.tsx'
import { Loading } from '../../kit/loading.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useTitle } from '../../kit/use-title.ts'
import { type Found, findSites } from '../find-sites.ts'
import { FoundSites } from '../found-sites.tsx'
import { SiteSearch } from '../site-search.tsx'
import { results } from '../words/fr/search.ts'

const LISTED = ['q', 'near', 'departement'] as const

type Where = {
  readonly use?: string
  readonly q?: string
  readonly near?: string
  readonly departement?: string
}

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
      <SiteSearch use={use} />
    </div>
  )
}

const Results = ({ where }: { where: Where }) => {
  const from = useAnswer(JSON.stringify(where), () => findSites(where))
  const { loaded } = from
  const found = loaded.state === 'here' ? loaded.value : undefined
  const title = titleOf(where, found)
  useTitle(found ? title : undefined)
  useAnnouncement(found && title)
  return (
    <div class="stack">
      <h1>{title}</h1>
      {where.use && <p class="lead">{results.uses[where.use as keyof typeof results.uses]}</p>}
      <Loaded from={from}>{(sites) => <FoundSites key={title} found={sites} use={where.use} />}</Loaded>
      {loaded.state !== 'loading' && (
        <section class="narrow stack">
          <h2>{results.newSearch}</h2>
          <SiteSearch use={where.use} words={where.q} />
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
        <Loading />
      </div>
    )
  const where = whereIn(query)
  return where.q || where.near || where.departement ? <Results where={where} /> : <Where {...where} />
}

export const page: Page = { title: results.page, enhanced: true, View }
