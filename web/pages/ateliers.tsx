import { useState } from 'preact/hooks'
import { useAnnouncement, useAnswer, useTitle } from '../answers.ts'
import { api, type WebProblem } from '../api-client.ts'
import { Unread } from '../components/notice/refusal.tsx'
import { PlaceSearch } from '../components/place-search/place-search.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { WorkshopCard } from '../components/workshop/workshop-card.tsx'
import { departementIn, type FoundWorkshops, findWorkshops, type WorkshopWhere } from '../find-workshops.ts'
import { workshops as words } from '../messages/fr/workshops.ts'
import type { Page, ViewProps } from '../page.ts'
import { workshopApi } from '../workshop-client.ts'

const whereIn = (query: URLSearchParams): WorkshopWhere => {
  const [q, near, site] = ['q', 'near', 'lieu'].map((name) => query.get(name)?.trim())
  return { ...(q && q.length >= 2 ? { q } : {}), ...(near ? { near } : {}), ...(site ? { site } : {}) }
}

const Search = ({ q }: { q?: string | undefined }) => (
  <PlaceSearch page="/ateliers" submit={words.submit} hint={words.departementHint} words={q} />
)

const placeWords = ({ q, site }: WorkshopWhere): string => {
  const departement = departementIn(q)
  if (departement) return words.inDepartement(departement)
  if (site) return words.here
  return q ? words.forWords(q) : words.around
}

const titleOf = (where: WorkshopWhere, { workshops, next, query }: FoundWorkshops): string => {
  if (!query && where.q) return words.unknownPlace(where.q)
  return (workshops.length > 0 ? words.count(workshops.length, next !== undefined) : words.none) + placeWords(where)
}

const Found = ({ found }: { found: FoundWorkshops }) => {
  const [{ workshops, next }, setShown] = useState(found)
  const [problem, setProblem] = useState<WebProblem>()
  const more = async (after: string) => {
    const answer = await workshopApi.list({ ...found.query, after })
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) setShown({ ...answer.value, workshops: [...workshops, ...answer.value.workshops] })
  }
  if (workshops.length === 0) return <p>{words.noneWayOut}</p>
  return (
    <section class="stack">
      <h2 class="for-readers">{words.listTitle}</h2>
      <ul class="workshop-list">
        {workshops.map((workshop) => (
          <WorkshopCard key={workshop.id} workshop={workshop} />
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
  const { loaded, again } = useAnswer(JSON.stringify(where), () => findWorkshops(where, { api, workshopApi }))
  const title = loaded.state === 'here' ? titleOf(where, loaded.value) : words.searching
  useTitle(title)
  useAnnouncement(loaded.state === 'here' ? title : undefined)
  return (
    <div class="stack">
      <h1>{title}</h1>
      {loaded.state === 'waiting' && <Waiting />}
      {loaded.state === 'refused' && <Unread problem={loaded.problem} again={again} />}
      {loaded.state === 'here' && <Found found={loaded.value} />}
      {loaded.state !== 'waiting' && (
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
