import { useState } from 'preact/hooks'
import { Choices } from '../kit/field/choices.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { textIn } from '../kit/text-in.ts'
import type { SetUp } from './set-up.ts'
import { keypad as words } from './words/fr/keypad.ts'

export type Door = Extract<SetUp['access'], { kind: 'door-code' }>['door']

const METHODS = ['hand', 'lock', ''] as const
const DIGITS = ['4', '5', '6', '7', '8'].map((each) => [each, each] as const)

const methodOf = (door: Door): string => (door ? (door.byHand ? 'hand' : 'lock') : '')

/** `Entrée de la cour` as `entree-de-la-cour`. */
const doorIdOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, (between) => (/[\s'’-]/.test(between) ? '-' : ''))
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)

/** Undefined where bookings have no code; `id` is empty when no name was given. */
export const readKeypad = (form: FormData): Door => {
  const method = textIn(form, 'way')
  return method
    ? {
        id: doorIdOf(textIn(form, 'door')),
        digits: Number(textIn(form, 'digits')),
        byHand: method === 'hand',
      }
    : undefined
}

type KeypadFieldProps = { readonly door: Door; readonly error: string | undefined }

export const KeypadField = ({ door, error }: KeypadFieldProps) => {
  const [method, setMethod] = useState(methodOf(door))
  return (
    <>
      <Choices
        id="way"
        legend={words.method}
        options={METHODS.map((each) => [each, words.methods[each]] as const)}
        chosen={[method]}
        onChoose={setMethod}
      />
      {method && (
        <>
          <TextField
            id="door"
            label={words.name}
            hint={words.nameHint}
            autocomplete="off"
            maxLength={40}
            defaultValue={door?.id ?? 'entree'}
            error={error}
          />
          <SelectField id="digits" label={words.digits} value={String(door?.digits ?? 6)} options={DIGITS} />
        </>
      )}
    </>
  )
}
