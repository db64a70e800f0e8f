import type { ComponentChildren } from 'preact'
import type { SpaceView } from '../../../shared/contracts/site-views.ts'
import type { WebProblem } from '../../api-client.ts'
import { acceptAddress, type Choice, chooseAddress, detailsAddress } from '../../choice.ts'
import { common } from '../../messages/fr/common.ts'
import { type Refusals, readingFailed, refusalOf, type WayOut, waysOut } from '../../messages/fr/refusals.ts'
import { dayWords, placesWords, rangeWords } from '../../time-words.ts'
import { Notice } from './notice.tsx'

type RefusalProps = {
  readonly problem: WebProblem
  /** Those of the call that was made, beside what any call can be refused. */
  readonly refusals?: Refusals
  readonly choice?: Choice | undefined
  readonly spaces?: readonly SpaceView[] | undefined
  readonly again?: (() => void) | undefined
  /** Takes one of the other times at once; without it, they lead to a booking. */
  readonly take?: { readonly words: string; readonly at: (choice: Choice) => void } | undefined
  /** Other ways out than those of a booking. */
  readonly ways?: Ways
}

type Ways = Partial<Record<WayOut, readonly [address: string, words: string]>>

const waysFor = (choice: Choice | undefined): Ways => ({
  choose: choice ? [chooseAddress(choice), waysOut.choose] : ['/', common.backHome],
  'sign-in': choice
    ? [detailsAddress(choice), waysOut['sign-in']]
    : [`/connexion?${new URLSearchParams({ next: location.pathname + location.search })}`, waysOut.connect],
  mine: ['/mes-reservations', common.myBookings],
  search: ['/', waysOut.search],
  ...(choice && { accept: [acceptAddress(choice), waysOut.accept] }),
})

const Alternatives = ({ problem, choice, spaces, take }: RefusalProps) => {
  if (!choice || !problem.alternatives?.length) return null
  const nameOf = (id: string) => (id === choice.space ? '' : (spaces?.find((space) => space.id === id)?.name ?? ''))
  return (
    <ul class="times">
      {problem.alternatives.map(({ space, date, start, end, places }) => {
        const other = { ...choice, space, date, start, end }
        const note = take?.words ?? (choice.use === 'desk' && placesWords(places))
        const words = (
          <>
            <strong>{dayWords(date)}</strong>
            <span>{[rangeWords(start, end), nameOf(space)].filter(Boolean).join(', ')}</span>
            {note && <span>{note}</span>}
          </>
        )
        return (
          <li key={`${space} ${date} ${start} ${end}`}>
            {take ? (
              <button class="time" type="button" onClick={() => take.at(other)}>
                {words}
              </button>
            ) : (
              <a class="time" href={detailsAddress(other)}>
                {words}
              </a>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const Way = ({ out, choice, again, ways }: { out: WayOut } & Omit<RefusalProps, 'problem'>): ComponentChildren => {
  if (out === 'again' && again)
    return (
      <button class="button" type="button" onClick={again}>
        {common.again}
      </button>
    )
  const [address, words] = ways?.[out] ?? waysFor(choice)[out] ?? []
  return address ? (
    <p>
      <a class="tall" href={address}>
        {words}
      </a>
    </p>
  ) : null
}

/** A refusal in words, with its way out. */
export const Refusal = (props: RefusalProps) => {
  const { title, says, wayOut } = refusalOf(props.problem, props.refusals)
  return (
    <Notice title={title}>
      <p>{says(props.problem)}</p>
      <Alternatives {...props} />
      <Way out={wayOut} {...props} />
    </Notice>
  )
}

/** A page that could not be read: nothing was asked for, so nothing can have happened. */
export const Unread = ({ problem, again }: Pick<RefusalProps, 'problem' | 'again'>) => {
  const { title, says, wayOut } = refusalOf(problem)
  return (
    <Notice title={title}>
      <p>{wayOut === 'again' ? readingFailed : says(problem)}</p>
      <Way out={wayOut} again={again} />
    </Notice>
  )
}
