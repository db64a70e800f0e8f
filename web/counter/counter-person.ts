import { useState } from 'preact/hooks'
import type { KnownPeople } from '../../shared/contracts/counter-views.ts'
import { dialledNumber } from '../../shared/domain/phone.ts'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { textIn } from '../kit/text-in.ts'
import { counterApi, type Person } from './counter-client.ts'
import { counter } from './words/fr/counter.ts'

/** The people known by a phone, and the phone as typed. */
export type Known = KnownPeople & { readonly phone: string }

const NOBODY: Known = { people: [], phone: '' }
const FEWEST_DIGITS = 3
/** A French number has ten digits; it is looked up once they are typed. */
const WHOLE_NUMBER = 10

/** People known at this site by the phone being typed; the last number typed wins. */
export const useKnown = () => {
  const [known, setKnown] = useState(NOBODY)
  const look = async (phone: string, atLeast: number) => {
    if (dialledNumber(phone) === dialledNumber(known.phone)) return
    setKnown(NOBODY)
    if (dialledNumber(phone).length < atLeast) return
    setKnown({ people: [], phone })
    const answer = await counterApi.searchPeople(
      new URLSearchParams(location.search).get('lieu') ?? '',
      phone,
    )
    if (answer.ok) setKnown((last) => (last.phone === phone ? { ...answer.value, phone } : last))
  }
  return {
    known,
    onTyped: (phone: string) => look(phone, WHOLE_NUMBER),
    onLeft: (phone: string) => look(phone, FEWEST_DIGITS),
  }
}

export const personIn = (
  form: FormData,
  { people }: Known,
): { readonly person: Person } | { readonly errors: FieldErrors } => {
  const [name, phone, known] = [textIn(form, 'name'), textIn(form, 'phone'), textIn(form, 'known')]
  if (people.length > 0 && known) return { person: { holder: known } }
  const errors = {
    ...(name ? {} : { name: counter.nameMissing }),
    ...(phone && dialledNumber(phone).length < FEWEST_DIGITS ? { phone: counter.phoneWrong } : {}),
    ...(people.length > 0 && !form.has('known') ? { known: counter.knownMissing } : {}),
  }
  return Object.keys(errors).length > 0 ? { errors } : { person: { name, ...(phone && { phone }) } }
}
