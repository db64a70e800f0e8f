import { ACCESS_KINDS } from '../../shared/domain/space.ts'
import { SelectField } from '../kit/field/select-field.tsx'
import { goTo } from '../kit/go.ts'
import { laterDate } from '../kit/later-date.ts'
import { EVENING, placeOf, resultsAddress, USES, type Wanted, wantedIn } from './wanted.ts'
import { filterWords as words } from './words/fr/filters.ts'

type FilterFormProps = { readonly wanted: Wanted; readonly today: string }

const DAYS = 14
const PEOPLE = ['1', '2', '4', '6', '8', '10', '12', '15', '20', '30']

const orAny = (options: readonly (readonly [string, string])[], any: string = words.any) =>
  [['', any], ...options] as const

/** Today and the days to come; a later one that the address asks for stands at the end. */
const daysFrom = (today: string, date: string | undefined): string[] => {
  const days = Array.from({ length: DAYS }, (_, after) => laterDate(today, after))
  return date && !days.includes(date) ? [...days, date] : days
}

const peopleWith = (people: string | undefined): string[] =>
  [...new Set([...PEOPLE, ...(people ? [people] : [])])].sort((one, other) => Number(one) - Number(other))

const Box = ({
  name,
  value,
  label,
  wanted,
}: {
  readonly name: 'after' | 'stepFree' | 'free'
  readonly value: string
  readonly label: string
  readonly wanted: Wanted
}) => (
  <label class="radio">
    <input type="checkbox" name={name} value={value} defaultChecked={wanted[name] !== undefined} />
    {label}
  </label>
)

const Lists = ({ wanted, today }: FilterFormProps) => (
  <>
    <SelectField
      id="use"
      label={words.what}
      value={wanted.use ?? ''}
      options={orAny(USES.map((use) => [use, words.uses[use]]))}
    />
    <SelectField
      id="people"
      label={words.people}
      value={wanted.people ?? ''}
      options={orAny(peopleWith(wanted.people).map((people) => [people, words.peopleOption(people)]))}
    />
    <SelectField
      id="date"
      label={words.day}
      value={wanted.date ?? ''}
      options={orAny(
        daysFrom(today, wanted.date).map((date) => [date, words.dayOption(date, today)]),
        words.anyDay,
      )}
    />
    <SelectField
      id="access"
      label={words.access}
      value={wanted.access ?? ''}
      options={orAny(ACCESS_KINDS.map((kind) => [kind, words.accessOption(kind)]))}
    />
  </>
)

/** What people ask for beside the place; it leads to the address of the narrower search. */
export const FilterForm = ({ wanted, today }: FilterFormProps) => {
  const submit = (event: { readonly currentTarget: HTMLFormElement; preventDefault: () => void }) => {
    event.preventDefault()
    const typed = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)])
    const wishes = wantedIn(new URLSearchParams(typed), today)
    goTo(resultsAddress({ ...placeOf(wanted), ...wishes }))
  }
  return (
    <form class="filter-form" method="get" action="/lieux" onSubmit={submit}>
      <Lists wanted={wanted} today={today} />
      <fieldset class="boxes">
        <legend class="for-readers">{words.more}</legend>
        <Box name="after" value={wanted.after ?? EVENING} label={words.evening} wanted={wanted} />
        <Box name="stepFree" value="yes" label={words.stepFree} wanted={wanted} />
        <Box name="free" value="yes" label={words.free} wanted={wanted} />
      </fieldset>
      <button class="button quiet" type="submit">
        {words.submit}
      </button>
    </form>
  )
}
