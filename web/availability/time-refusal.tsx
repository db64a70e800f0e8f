import type { SpaceView } from '../../shared/contracts/site-views.ts'
import { Refusal, type RefusalProps, type Remedies } from '../kit/notice/refusal.tsx'
import { dayWords, placesWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { acceptAddress, type Choice, chooseAddress, detailsAddress } from './choice.ts'
import { HourLink } from './hour-link.tsx'
import { timeRemedies } from './words/fr/time-remedies.ts'

type TimeRefusalProps = RefusalProps & {
  readonly choice: Choice | undefined
  readonly spaces?: readonly SpaceView[] | undefined
  /** Takes one of the other times at once; without it, each links to a booking. */
  readonly take?: { readonly words: string; readonly at: (choice: Choice) => void } | undefined
}

const remediesOf = (choice: Choice): Remedies => ({
  choose: [chooseAddress(choice), timeRemedies.choose],
  'sign-in': [detailsAddress(choice), timeRemedies['sign-in']],
  accept: [acceptAddress(choice), timeRemedies.accept],
})

type AlternativesProps = Omit<TimeRefusalProps, 'choice' | 'children'> & { readonly choice: Choice }

const Alternatives = ({ problem, choice, spaces, take }: AlternativesProps) => {
  if (!problem.alternatives?.length) return null
  const nameOf = (id: string) =>
    id === choice.space ? '' : (spaces?.find((space) => space.id === id)?.name ?? '')
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
              <HourLink href={detailsAddress(other)}>{words}</HourLink>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Why a chosen time cannot be had, with the nearest times that can. */
export const TimeRefusal = ({ choice, children, ...props }: TimeRefusalProps) => (
  <Refusal {...props} remedies={{ ...(choice && remediesOf(choice)), ...props.remedies }}>
    {choice && <Alternatives {...props} choice={choice} />}
    {children}
  </Refusal>
)
