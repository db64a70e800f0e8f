import { useState } from 'preact/hooks'
import { keypad as words } from '../../messages/fr/keypad.ts'
import type { SetUp } from '../../set-up.ts'
import { Choices } from '../field/choices.tsx'
import { SelectField } from '../field/select-field.tsx'
import { TextField } from '../field/text-field.tsx'

export type Door = SetUp['access']['door']

const WAYS = ['hand', 'lock', ''] as const
const DIGITS = ['4', '5', '6', '7', '8'].map((each) => [each, each] as const)

const wayOf = (door: Door): string => (door ? (door.byHand ? 'hand' : 'lock') : '')

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
  const text = (name: string) => String(form.get(name) ?? '')
  const way = text('way')
  return way ? { id: doorIdOf(text('door')), digits: Number(text('digits')), byHand: way === 'hand' } : undefined
}

type KeypadFieldProps = { readonly door: Door; readonly error: string | undefined }

export const KeypadField = ({ door, error }: KeypadFieldProps) => {
  const [way, setWay] = useState(wayOf(door))
  return (
    <>
      <Choices
        id="way"
        legend={words.way}
        options={WAYS.map((each) => [each, words.ways[each]] as const)}
        chosen={[way]}
        onChoose={setWay}
      />
      {way && (
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
