import { useAnswer } from '../kit/use-answer.ts'
import { findApi } from './find-client.ts'
import { counterWords as words } from './words/fr/counters.ts'

type OpenCountersProps = {
  /** Latitude and longitude, separated by a comma. */
  readonly near: string | undefined
  /** A site that is shown already. */
  readonly except?: string
  readonly isAbout?: boolean | undefined
}

const ASKED = '3'
const SHOWN = 2
const FARTHEST_KM = 60

/** The counters near enough to go to: those that are open now, or else those that open next. */
export const OpenCounters = ({ near, except, isAbout = false }: OpenCountersProps) => {
  const { loaded } = useAnswer(near, (position) => findApi.counters({ near: position, limit: ASKED }))
  if (loaded.state !== 'here') return null
  const others = loaded.value.counters.filter(
    ({ site: { id, distanceKm = 0 } }) => id !== except && distanceKm <= FARTHEST_KM,
  )
  const open = others.filter(({ openUntil }) => openUntil)
  const shown = (open.length > 0 ? open : others).slice(0, SHOWN)
  if (shown.length === 0) return null
  return (
    <section class="open-counters">
      <h2>{open.length > 0 ? words.openTitle : words.nextTitle}</h2>
      <ul class="plain counter-list">
        {shown.map((counter) => (
          <li key={counter.site.id}>
            <a class="tall" href={`/lieu/${counter.site.id}`}>
              {words.name(counter.site.name)}
            </a>
            <p>
              <span class="soft">{words.distance(counter.site.distanceKm, isAbout)}</span>
              <strong class={counter.openUntil ? 'free' : ''}>{words.stateOf(counter)}</strong>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
