import { useState } from 'preact/hooks'
import type { AssociationView, NewAssociation } from '../../shared/contracts/association-views.ts'
import { isRna, registerNumber } from '../../shared/domain/association.ts'
import type { WebProblem } from '../kit/api-client.ts'
import { ErrorSummary, type FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { sendOnce } from '../kit/send-once.ts'
import { NameForm } from '../people/name-form.tsx'
import { associationApi } from './association-client.ts'
import { associationRefusals } from './words/fr/association-refusals.ts'
import { associations } from './words/fr/associations.ts'

type AddFormProps = { readonly onAdded: (added: AssociationView) => void }

/** Which register a number is of: the server says whether it keeps its rule. */
const numbersIn = (text: string): Pick<NewAssociation, 'rna' | 'siret'> | undefined => {
  const number = registerNumber(text)
  if (isRna(number)) return { rna: number }
  return /^\d{14}$/.test(number) ? { siret: number } : undefined
}

const errorsIn = (name: string, numbers: object | undefined): FieldErrors => ({
  ...(name ? {} : { name: associations.nameMissing }),
  ...(numbers ? {} : { number: associations.numberWrong }),
})

type Outcome = {
  readonly tries: number
  readonly working?: boolean
  readonly asked?: NewAssociation
  readonly errors?: FieldErrors
  readonly problem?: WebProblem
}

const useAdding = ({ onAdded }: AddFormProps) => {
  const [outcome, setOutcome] = useState<Outcome>({ tries: 0 })
  const tries = outcome.tries + 1
  const add = async (asked: NewAssociation) => {
    setOutcome({ tries, asked, working: true })
    const answer = await sendOnce(`association ${JSON.stringify(asked)}`, (key) =>
      associationApi.add(asked, key),
    )
    if (answer.ok) return onAdded(answer.value)
    const { problem } = answer
    const isWrong = problem.code === 'invalid'
    setOutcome({
      tries,
      asked,
      ...(isWrong ? { errors: { number: associations.numberWrong } } : { problem }),
    })
  }
  const submit = (form: FormData) => {
    const name = String(form.get('name') ?? '').trim()
    const numbers = numbersIn(String(form.get('number') ?? ''))
    const errors = errorsIn(name, numbers)
    return numbers && name ? add({ name, ...numbers }) : setOutcome({ tries, errors })
  }
  return { outcome, add, submit }
}

/** A name, and a number of either register. */
export const AddForm = (props: AddFormProps) => {
  const { outcome, add, submit } = useAdding(props)
  const { tries, working, asked, errors = {}, problem } = outcome
  if (problem?.code === 'name-missing' && asked)
    return (
      <>
        <p>{associations.myName}</p>
        <NameForm submitWords={associations.save} onSaved={() => add(asked)} />
      </>
    )
  return (
    <form
      class="form"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!working) submit(new FormData(event.currentTarget))
      }}
    >
      <ErrorSummary key={`errors ${tries}`} errors={errors} />
      {problem && <Refusal key={`problem ${tries}`} refusals={associationRefusals} problem={problem} />}
      <TextField
        id="name"
        label={associations.name}
        autocomplete="off"
        maxLength={80}
        error={errors.name}
        required
      />
      <TextField
        id="number"
        label={associations.number}
        hint={associations.numberHint}
        autocomplete="off"
        maxLength={40}
        error={errors.number}
        required
      />
      <button class="button" type="submit" aria-disabled={working}>
        {associations.submit}
      </button>
      <p role="status">{working && associations.working}</p>
    </form>
  )
}
