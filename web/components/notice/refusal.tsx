import type { ComponentChildren } from 'preact'
import type { SpaceView } from '../../../shared/contracts/site-views.ts'
import type { WebProblem } from '../../api-client.ts'
import { type Choice, chooseAddress, detailsAddress } from '../../choice.ts'
import { common } from '../../messages/fr/common.ts'
import { readingFailed, refusalOf, type WayOut, waysOut } from '../../messages/fr/refusals.ts'
import { dayWords, placesWords, rangeWords } from '../../time-words.ts'
import { Notice } from './notice.tsx'

type RefusalProps = {
  readonly problem: WebProblem
  readonly choice?: Choice | undefined
  readonly spaces?: readonly SpaceView[] | undefined
  readonly again?: (() => void) | undefined
}

const linksOf = (choice: Choice | undefined): Partial<Record<WayOut, readonly [string, string]>> => ({
  choose: choice ? [chooseAddress(choice), waysOut.choose] : ['/', common.backHome],
  'sign-in': choice ? [detailsAddress(choice), waysOut['sign-in']] : ['/connexion', waysOut['sign-in']],
  mine: ['/mes-reservations', common.myBookings],
  search: ['/', waysOut.search],
})

const Alternatives = ({ problem, choice, spaces }: RefusalProps) => {
  if (!choice || !problem.alternatives?.length) return null
  const nameOf = (id: string) => (id === choice.space ? '' : (spaces?.find((space) => space.id === id)?.name ?? ''))
  return (
    <ul class="times">
      {problem.alternatives.map(({ space, date, start, end, places }) => (
        <li key={`${space} ${date} ${start} ${end}`}>
          <a class="time" href={detailsAddress({ ...choice, space, date, start, end })}>
            <strong>{dayWords(date)}</strong>
            <span>{rangeWords(start, end)}</span>
            <span>{[nameOf(space), choice.use === 'desk' && placesWords(places)].filter(Boolean).join(', ')}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

const Way = ({ out, choice, again }: { out: WayOut } & Omit<RefusalProps, 'problem'>): ComponentChildren => {
  if (out === 'again' && again)
    return (
      <button class="button" type="button" onClick={again}>
        {common.again}
      </button>
    )
  const [address, words] = linksOf(choice)[out] ?? []
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
  const { title, says, wayOut } = refusalOf(props.problem)
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
