import { useState } from 'preact/hooks'
import type { NewSeat } from '../../shared/contracts/seat-views.ts'
import { Choices } from '../kit/field/choices.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { party as words } from './words/fr/party.ts'

const WHOS = ['me', 'two', 'other'] as const
type Who = (typeof WHOS)[number]

export type Party = Pick<NewSeat, 'guest'> & { readonly places: number }

/** Who comes: `asked` once all is said; `check` tells what is missing. */
export const useParty = () => {
  const [who, setWho] = useState<Who>('me')
  const [guest, setGuest] = useState('')
  const [error, setError] = useState<string>()
  const places = who === 'two' ? 2 : 1
  const named = who === 'me' ? '' : guest.trim()
  const asked: Party | undefined =
    who !== 'other' || named ? { places, ...(named && { guest: named }) } : undefined
  const check = (): Party | undefined => {
    setError(asked ? undefined : words.guestMissing)
    if (!asked) document.getElementById('guest')?.focus()
    return asked
  }
  return { who, setWho, setGuest, error: asked ? undefined : error, places, asked, check }
}

/** Oneself, somebody along, or somebody else. */
export const PartyChoice = ({ who, setWho, setGuest, error }: ReturnType<typeof useParty>) => (
  <>
    <Choices
      id="who"
      legend={words.who}
      options={WHOS.map((each) => [each, words.whos[each]] as const)}
      chosen={[who]}
      onChoose={(chosen) => setWho(WHOS.find((each) => each === chosen) ?? 'me')}
    />
    {who !== 'me' && (
      <TextField
        id="guest"
        label={words.guest}
        hint={words.guestHint[who]}
        error={error}
        autocomplete="off"
        maxLength={40}
        onInput={({ currentTarget }) => setGuest(currentTarget.value)}
      />
    )}
  </>
)
