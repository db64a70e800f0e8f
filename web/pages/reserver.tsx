import { useState } from 'preact/hooks'
import type { SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { useAnswer, useTitle } from '../answers.ts'
import { api } from '../api-client.ts'
import { type Choice, choiceIn, detailsAddress, useIn } from '../choice.ts'
import { Closures } from '../components/notice/closures.tsx'
import { Unread } from '../components/notice/refusal.tsx'
import type { Going } from '../components/time-choice/going.ts'
import { UseChoice } from '../components/time-choice/use-choice.tsx'
import { WeekChoice } from '../components/time-choice/week-choice.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { WishLink } from '../components/wish/wish-link.tsx'
import { choose } from '../messages/fr/choose.ts'
import { site as siteWords } from '../messages/fr/site.ts'
import { useOf } from '../next-times.ts'
import type { Page, ViewProps } from '../page.ts'

type ChooseProps = {
  readonly site: SiteView
  readonly space: SpaceView
  readonly firstUse: Choice['use']
  readonly wished: Choice | undefined
}

const TO_DETAILS: Going = {
  words: choose,
  go: (choice) => location.assign(detailsAddress(choice)),
  otherwise: (wanted) => <WishLink wanted={wanted} />,
}

const Choose = ({ site, space, firstUse, wished }: ChooseProps) => {
  const [use, setUse] = useState(firstUse)
  useTitle(`${choose.page}, ${site.name}`)
  return (
    <div class="stack">
      <p>
        <a class="tall" href={`/lieu?id=${site.id}`}>
          <span class="back" aria-hidden="true">
            ‹
          </span>
          {site.name}
        </a>
      </p>
      <h1>{choose.title}</h1>
      <p class="lead">
        {space.name}. {space.access.note ?? siteWords.access[space.access.kind]}
      </p>
      <Closures site={site} space={space.id} />
      <UseChoice space={space} use={use} onChange={setUse} />
      <WeekChoice what={{ site, space, use }} wished={wished} going={TO_DETAILS} />
    </div>
  )
}

const spaceIn = ({ spaces }: SiteView, query: URLSearchParams): SpaceView | undefined => {
  const wanted = useIn(query)
  const named = spaces.find(({ id }) => id === query.get('espace'))
  return named ?? spaces.find((space) => useOf(space, wanted)) ?? spaces.find(({ uses }) => uses.length > 0)
}

const Ready = ({ site, query }: { site: SiteView; query: URLSearchParams }) => {
  const space = spaceIn(site, query)
  const firstUse = space && (useOf(space, useIn(query)) ?? space.uses[0])
  if (!space || !firstUse)
    return (
      <div class="stack">
        <h1>{site.name}</h1>
        <p>{siteWords.nothing}</p>
      </div>
    )
  return <Choose site={site} space={space} firstUse={firstUse} wished={choiceIn(query)} />
}

const View = ({ query }: ViewProps) => {
  const { loaded, again } = useAnswer(query && (query.get('site') ?? ''), (id) => api.readSite(id || '0000'))
  if (query && loaded.state === 'here') return <Ready site={loaded.value} query={query} />
  return (
    <div class="stack">
      <h1>{choose.title}</h1>
      {loaded.state === 'refused' ? <Unread problem={loaded.problem} again={again} /> : <Waiting />}
    </div>
  )
}

export const page: Page = { title: choose.page, enhanced: true, View }
