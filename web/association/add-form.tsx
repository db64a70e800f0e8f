import { useState } from 'preact/hooks'
import type { AssociationView, NewAssociation } from '../../shared/contracts/association-views.ts'
import { isRna, registerNumber } from '../../shared/domain/association.ts'
import type { WebProblem } from '../kit/api-client.ts'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { sendOnce } from '../kit/send-once.ts'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { NameForm } from '../people/name-form.tsx'
import { associationApi } from './association-client.ts'
import { associationRefusals } from './words/fr/association-refusals.ts'
import { associations } from './words/fr/associations.ts'

type AddFormProps = { readonly onAdded: (added: AssociationView) => void }

/** The register that a number belongs to; the server checks the number itself. */
const numbersIn = (text: string): Pick<NewAssociation, 'rna' | 'siret'> | undefined => {
  const number = registerNumber(text)
  if (isRna(number)) return { rna: number }
  return /^\d{14}$/.test(number) ? { siret: number } : undefined
}

const errorsIn = (name: string, numbers: object | undefined): FieldErrors => ({
  ...(name ? {} : { name: associations.nameMissing }),
  ...(numbers ? {} : { number: associations.numberWrong }),
})

const errorsOf = ({ code }: WebProblem): FieldErrors | undefined =>
  code === 'invalid' ? { number: associations.numberWrong } : undefined

const useAdding = ({ onAdded }: AddFormProps) => {
  const [asked, setAsked] = useState<NewAssociation>()
  const { tried, refuse, send } = useForm(errorsOf)
  const add = (wanted: NewAssociation) => {
    setAsked(wanted)
    const request = `association ${JSON.stringify(wanted)}`
    return send(() => sendOnce(request, (key) => associationApi.add(wanted, key)), onAdded)
  }
  const submit = (form: FormData) => {
    const name = textIn(form, 'name')
    const numbers = numbersIn(textIn(form, 'number'))
    return numbers && name ? add({ name, ...numbers }) : refuse(errorsIn(name, numbers))
  }
  return { tried, asked, add, submit }
}

export const AddForm = (props: AddFormProps) => {
  const { tried, asked, add, submit } = useAdding(props)
  const { working, errors, problem } = tried
  if (problem?.code === 'name-missing' && asked)
    return (
      <>
        <p>{associations.myName}</p>
        <NameForm submitWords={associations.save} onSaved={() => add(asked)} />
      </>
    )
  return (
    <Form onSend={submit}>
      <Messages tried={tried} refusals={associationRefusals} />
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
    </Form>
  )
}
