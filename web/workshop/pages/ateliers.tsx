import { useState } from 'preact/hooks'
import type { WorkshopList } from '../../../shared/contracts/workshop-views.ts'
import { SiteSearch } from '../../find/site-search.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import { Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { useTitle } from '../../kit/use-title.ts'
import { departementIn, type FoundWorkshops, findWorkshops, type WorkshopWhere } from '../find-workshops.ts'
import { byTitle } from '../same-title.ts'
import { workshops as words } from '../words/fr/workshops.ts'
import { audienceWords, WorkshopCard } from '../workshop-card.tsx'
import { workshopApi } from '../workshop-client.ts'

const whereIn = (query: URLSearchParams): WorkshopWhere => {
  const [q, locality, near, site] = ['q', 'locality', 'near', 'lieu'].map((name) => query.get(name)?.trim())
  return {
    ...(q && q.length >= 2 ? { q } : {}),
    ...(locality ? { locality } : {}),
    ...(near ? { near } : {}),
    ...(site ? { site } : {}),
  }
}

const Search = ({ q }: { q?: string | undefined }) => (
  <SiteSearch page="/ateliers" submit={words.submit} hint={words.departementHint} wanted={q ? { q } : {}} />
)

const whereWords = ({ q, site }: WorkshopWhere): string => {
  const departement = departementIn(q)
  if (departement) return words.inDepartement(departement)
  if (site) return words.here
  return q ? words.forWords(q) : words.around
}

const titleOf = (where: WorkshopWhere, { workshops, next, query }: FoundWorkshops): string => {
  if (!query && where.q) return words.unknownSite(where.q)
  if (workshops.length === 0) return words.none + whereWords(where)
  const appointments = workshops.filter((each) => each.appointments).length
  const counted = { workshops: workshops.length - appointments, appointments, isAll: next === undefined }
  return words.count(counted) + whereWords(where)
}

const Found = ({ found }: { found: FoundWorkshops }) => {
  const [{ workshops, next }, setShown] = useState(found)
  const { problem, send } = useSend((page: WorkshopList) =>
    setShown({ ...page, workshops: [...workshops, ...page.workshops] }),
  )
  const more = (after: string) => send(() => workshopApi.list({ ...found.query, after }))
  if (workshops.length === 0) return <p>{words.noneHint}</p>
  return (
    <section class="stack">
      <h2 class="for-readers">{words.listTitle}</h2>
      <ul class="workshop-list">
        {byTitle(workshops, audienceWords).map((workshop) => (
          <WorkshopCard key={`${workshop.title} ${workshop.audience}`} workshop={workshop} />
        ))}
      </ul>
      {problem && next && <Unread problem={problem} again={() => more(next)} />}
      {next && !problem && (
        <button class="button quiet alone" type="button" onClick={() => more(next)}>
          {words.more}
        </button>
      )}
    </section>
  )
}

const Results = ({ where }: { where: WorkshopWhere }) => {
  const from = useAnswer(JSON.stringify(where), () => findWorkshops(where))
  const { loaded } = from
  const title = loaded.state === 'here' ? titleOf(where, loaded.value) : words.searching
  useTitle(title)
  useAnnouncement(loaded.state === 'here' ? title : undefined)
  return (
    <div class="stack">
      <h1>{title}</h1>
      <Loaded from={from}>{(found) => <Found found={found} />}</Loaded>
      {loaded.state !== 'loading' && (
        <section class="narrow stack">
          <h2>{words.newSearch}</h2>
          <Search q={where.q} />
        </section>
      )}
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const where = query && whereIn(query)
  if (where && (where.q || where.near || where.site)) return <Results where={where} />
  return (
    <div class="narrow stack">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Search />
    </div>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
