import { useState } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { Choices } from '../kit/field/choices.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { pair as words } from './words/fr/pair.ts'

const WHOS = ['guest', 'me', 'both'] as const
type Who = (typeof WHOS)[number]

/** Who still comes of two people; `undefined` when nobody does. */
type StillComes = { readonly guest?: string } | undefined

type WhoComesProps = {
  readonly booking: Pick<BookingView, 'id' | 'guest'>
  readonly working: boolean
  readonly onChosen: (comes: StillComes) => void
}

/** Asks which of two people cannot come. */
export const WhoComes = ({ booking: { id, guest }, working, onChosen }: WhoComesProps) => {
  const [who, setWho] = useState<Who>('guest')
  const [error, setError] = useState<string>()
  const submit = (form: FormData) => {
    if (who !== 'me') return onChosen(who === 'guest' ? {} : undefined)
    const named = textIn(form, 'prenom')
    setError(named ? undefined : words.nameMissing)
    if (named) return onChosen({ guest: named })
    document.getElementById('prenom')?.focus()
  }
  return (
    <Form class="form narrow" onSend={submit}>
      <Choices
        id="who"
        legend={words.who}
        options={WHOS.map((each) => [each, each === 'both' ? words.both : words[each](guest)] as const)}
        chosen={['guest']}
        onChoose={(chosen) => setWho(WHOS.find((each) => each === chosen) ?? 'guest')}
      />
      {who === 'me' && (
        <TextField
          id="prenom"
          label={words.name}
          hint={words.nameHint}
          error={error}
          autocomplete="off"
          maxLength={40}
          {...(guest && { defaultValue: guest })}
        />
      )}
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={working}>
          {who === 'both' ? words.giveBoth : words.giveOne}
        </button>
        <a class="button quiet" href={`/reservation?id=${id}`}>
          {words.keep}
        </a>
      </div>
    </Form>
  )
}
