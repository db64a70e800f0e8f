import { useRef } from 'preact/hooks'
import type { AttendanceView } from '../../shared/contracts/attendance-views.ts'
import { SelectField } from '../kit/field/select-field.tsx'
import { Form } from '../kit/form.tsx'
import type { DropIn } from '../notes/notes.ts'
import { attendance as words } from './words/fr/attendance.ts'

type Known = AttendanceView['dropIns'][number]
type Facts = Pick<DropIn, 'ageBand' | 'occupation' | 'skillsTest'>

const AGES = Object.entries(words.ages)
const OCCUPATIONS = Object.entries(words.occupations)

const isOf = <T extends string>(names: Readonly<Record<T, string>>, text: string): text is T => text in names

const factsIn = (form: FormData): Facts => {
  const [age, occupation] = ['age', 'situation'].map((name) => String(form.get(name))) as [string, string]
  return {
    ageBand: isOf(words.ages, age) ? age : 'not-said',
    occupation: isOf(words.occupations, occupation) ? occupation : 'not-said',
    skillsTest: form.has('test'),
  }
}

/** One press counts a person; the rest is said where it is known. */
export const CountForm = ({ onCount }: { readonly onCount: (facts: Facts) => void }) => {
  const form = useRef<HTMLFormElement>(null)
  const count = () => {
    if (!form.current) return
    onCount(factsIn(new FormData(form.current)))
    form.current.reset()
  }
  return (
    <Form class="stack narrow" of={form} onSend={count}>
      <SelectField id="age" label={words.age} value="not-said" options={AGES} />
      <SelectField id="situation" label={words.occupation} value="not-said" options={OCCUPATIONS} />
      <label class="radio">
        <input type="checkbox" name="test" />
        <span class="radio-words">{words.skillsTest}</span>
      </label>
      <div class="actions actions-row">
        <button class="button" type="button" onClick={count}>
          {words.count}
        </button>
      </div>
    </Form>
  )
}

/** People of whom the same is known, the last counted of them at the end. */
const groupsOf = (dropIns: readonly Known[]): (readonly Known[])[] => [
  ...Map.groupBy(dropIns, (each) => words.counted(each)).values(),
]

type CountedProps = {
  readonly dropIns: readonly Known[]
  readonly onUncount?: ((dropIn: Known) => void) | undefined
}

/** What was counted, by what is known; one person less of each in a press. */
export const Counted = ({ dropIns, onUncount }: CountedProps) => (
  <ul class="plain">
    {groupsOf(dropIns).map((group) => {
      const last = group.at(-1)
      const said = last ? words.counted(last) : ''
      return (
        <li key={said}>
          <strong>{group.length}</strong> {said}{' '}
          {onUncount && last && (
            <button class="link" type="button" onClick={() => onUncount(last)}>
              {words.uncount}
              <span class="for-readers"> {said}</span>
            </button>
          )}
        </li>
      )
    })}
  </ul>
)
