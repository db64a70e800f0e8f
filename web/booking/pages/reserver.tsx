import { useState } from 'preact/hooks'
import type { SiteView, SpaceView } from '../../../shared/contracts/site-views.ts'
import { answerTimeWords } from '../../availability/answer-time.ts'
import { type Choice, choiceIn, detailsAddress, useIn } from '../../availability/choice.ts'
import { Closures } from '../../availability/closures.tsx'
import type { NextStep } from '../../availability/next-step.ts'
import { useOf } from '../../availability/next-times.ts'
import { UseChoice } from '../../availability/use-choice.tsx'
import { WaitLink } from '../../availability/wait-link.tsx'
import { WayIn } from '../../availability/way-in.tsx'
import { WeekChoice } from '../../availability/week-choice.tsx'
import { choose } from '../../availability/words/fr/choose.ts'
import { spaceWords } from '../../availability/words/fr/space.ts'
import { api } from '../../kit/api-client.ts'
import { goTo } from '../../kit/go.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useTitle } from '../../kit/use-title.ts'
import { priceWords } from '../../kit/words/fr/price-words.ts'

type ChooseProps = {
  readonly site: SiteView
  readonly space: SpaceView
  readonly firstUse: Choice['use']
  readonly preset: Choice | undefined
}

const TO_DETAILS: NextStep = {
  words: choose,
  go: (choice) => goTo(detailsAddress(choice)),
  addressOf: detailsAddress,
  otherwise: (wanted) => <WaitLink wanted={wanted} />,
}

const Choose = ({ site, space, firstUse, preset }: ChooseProps) => {
  const [use, setUse] = useState(firstUse)
  useTitle(`${choose.page}, ${site.name}`)
  return (
    <div class="stack">
      <p>
        <a class="tall" href={`/lieu/${site.id}`}>
          <span class="back" aria-hidden="true">
            ‹
          </span>
          {site.name}
        </a>
      </p>
      <h1>{choose.title}</h1>
      <p class="lead">{space.name}</p>
      <p>{priceWords(space.price)}</p>
      <WayIn access={space.access} />
      {space.approval && <p>{answerTimeWords(site, space)}</p>}
      <Closures site={site} space={space.id} />
      <UseChoice space={space} use={use} onChange={setUse} />
      <WeekChoice what={{ site, space, use }} preset={preset} next={TO_DETAILS} />
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
        <p>{spaceWords.nothing}</p>
      </div>
    )
  return <Choose site={site} space={space} firstUse={firstUse} preset={choiceIn(query)} />
}

const View = ({ query }: ViewProps) => {
  const from = useAnswer(query && (query.get('site') ?? ''), (id) => api.readSite(id || '0000'))
  return (
    <LoadedPage title={choose.title} from={from}>
      {(site) => query && <Ready site={site} query={query} />}
    </LoadedPage>
  )
}

export const page: Page = { title: choose.page, enhanced: true, View }
