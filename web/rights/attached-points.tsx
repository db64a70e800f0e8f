import type { AttachedView } from '../../shared/contracts/today-views.ts'
import { Loaded } from '../kit/loaded.tsx'
import { Unread } from '../kit/notice/refusal.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { rightApi } from './right-client.ts'
import { team } from './words/fr/team.ts'

export type Office = { readonly site: { readonly id: string }; readonly name: string }

const Point = ({ id, name, lends }: AttachedView) => (
  <li>
    <a class="tall" href={`/planning?${new URLSearchParams({ lieu: id })}`}>
      {name}
    </a>
    {!lends && <span class="soft"> {team.lendsNothing}</span>}
  </li>
)

const PointsOf = ({ name, points }: { name: string; points: readonly AttachedView[] }) =>
  points.length > 0 ? (
    <details class="right-line">
      <summary class="tall">{team.attachedTo(name, points.length)}</summary>
      <ul class="plain">
        {points.map((point) => (
          <Point key={point.id} {...point} />
        ))}
      </ul>
    </details>
  ) : null

/** The points that the rights at some offices reach. */
export const AttachedPoints = ({ offices }: { offices: readonly Office[] }) => (
  <Loaded from={useAnswer('attached', () => rightApi.listAttached())} refused={Unread}>
    {({ points }) => (
      <>
        {offices.map(({ site, name }) => (
          <PointsOf key={site.id} name={name} points={points.filter(({ parent }) => parent === site.id)} />
        ))}
      </>
    )}
  </Loaded>
)
