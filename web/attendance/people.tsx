import type { AttendanceView } from '../../shared/contracts/attendance-views.ts'
import { attendance as words } from './words/fr/attendance.ts'

type Person = AttendanceView['people'][number]
type Mark = NonNullable<Person['attendance']>

const MARKS = Object.keys(words.marks) as Mark[]

export const nameOf = ({ name }: Pick<Person, 'name'>): string => name || words.nameless

/** Of their appointment; empty in a workshop, where all have the same. */
export const hoursOf = (
  { start, end }: Pick<Person, 'start' | 'end'>,
  whole: Pick<AttendanceView, 'start' | 'end'>,
): string => (start !== whole.start || end !== whole.end ? words.hours(start, end) : '')

const factsOf = (person: Person, whole: Pick<AttendanceView, 'start' | 'end'>): string => {
  const { places, guest, done, sentBy } = person
  return [
    hoursOf(person, whole),
    guest && words.guest(places, guest),
    places > 1 && words.severalPlaces(places),
    done && words.done(done),
    sentBy && words.sentBy(sentBy),
  ]
    .filter(Boolean)
    .join(', ')
}

type PeopleProps = {
  readonly roll: AttendanceView
  /** Absent while nothing can be noted. */
  readonly onMark?: ((booking: string, attendance: Mark) => void) | undefined
}

type ChoicesProps = { readonly person: Person; readonly onMark: (attendance: Mark) => void }

const MarkChoices = ({ person: { id, attendance }, onMark }: ChoicesProps) => (
  <div class="boxes marks">
    {MARKS.map((each) => (
      <label key={each} class="radio">
        <input type="radio" name={`mark-${id}`} checked={each === attendance} onChange={() => onMark(each)} />
        {words.marks[each]}
      </label>
    ))}
  </div>
)

const Row = ({ roll, person, onMark }: PeopleProps & { person: Person }) => {
  const facts = factsOf(person, roll)
  const { attendance, id, isOwn } = person
  return (
    <li>
      <fieldset class="radios">
        <legend class="long-word">
          {nameOf(person)}
          {facts && <span class="soft">, {facts}</span>}
        </legend>
        {onMark && !isOwn && <MarkChoices person={person} onMark={(chosen) => onMark(id, chosen)} />}
        {(!onMark || isOwn) && attendance && <p>{words.marks[attendance]}</p>}
        {isOwn && onMark && <p class="soft">{words.own}</p>}
      </fieldset>
    </li>
  )
}

/** Who has a seat, each with whether they are here. */
export const People = (props: PeopleProps) =>
  props.roll.people.length > 0 ? (
    <ul class="plain stack narrow">
      {props.roll.people.map((person) => (
        <Row key={person.id} {...props} person={person} />
      ))}
    </ul>
  ) : (
    <p>{words.nobody}</p>
  )
