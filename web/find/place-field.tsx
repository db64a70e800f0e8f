import { useEffect, useState } from 'preact/hooks'
import { Field } from '../kit/field/field.tsx'
import type { Locality } from './find-client.ts'
import { useSuggestions } from './use-suggestions.ts'
import { suggestionWords as words } from './words/fr/suggestions.ts'

type PlaceFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly defaultValue: string
  readonly onChoose: (locality: Locality) => void
}

const NOBODY = -1

/** The suggestion after a key; past either end lies the field itself. */
export const movedTo = (at: number, key: string, count: number): number | undefined => {
  if (key === 'ArrowDown') return at + 1 < count ? at + 1 : NOBODY
  if (key === 'ArrowUp') return at === NOBODY ? count - 1 : at - 1
  return undefined
}

const useList = (onChoose: PlaceFieldProps['onChoose']) => {
  const [typed, setTyped] = useState<string>()
  const [at, setAt] = useState(NOBODY)
  const [isShut, setShut] = useState(false)
  const found = useSuggestions(typed)
  const shown = isShut ? [] : found
  useEffect(() => setAt(NOBODY), [found])
  const shut = () => {
    setShut(true)
    setAt(NOBODY)
  }
  const choose = (locality: Locality) => {
    shut()
    onChoose(locality)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moved = movedTo(at, event.key, found.length)
    const chosen = event.key === 'Enter' ? shown[at] : undefined
    if (moved !== undefined && found.length > 0) {
      setShut(false)
      setAt(moved)
    } else if (chosen) choose(chosen)
    else if (event.key === 'Escape' && shown.length > 0) shut()
    else return
    event.preventDefault()
  }
  const onInput = (event: { readonly currentTarget: HTMLInputElement }) => {
    setShut(false)
    // What was pointed at belongs to the letters of before.
    setAt(NOBODY)
    setTyped(event.currentTarget.value)
  }
  return { shown, at, choose, onKeyDown, onInput, onBlur: shut }
}

const Suggestion = ({
  locality,
  id,
  isActive,
  onChoose,
}: {
  readonly locality: Locality
  readonly id: string
  readonly isActive: boolean
  readonly onChoose: () => void
}) => (
  <div
    id={id}
    role="option"
    class="suggestion"
    aria-selected={isActive}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onChoose}
    onKeyDown={() => {}}
    tabIndex={-1}
  >
    <strong>{locality.name}</strong> <span>{words.about(locality)}</span>
  </div>
)

/** A text field that suggests localities; what is typed can always be sent as it is. */
export const PlaceField = ({ id, label, hint, error, defaultValue, onChoose }: PlaceFieldProps) => {
  const { shown, at, choose, ...handlers } = useList(onChoose)
  const active = shown[at] ? `${id}-${at}` : undefined
  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div class="place-field">
      <Field id={id} label={label} hint={hint} error={error}>
        {(own) => (
          <input
            {...own}
            {...handlers}
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={shown.length > 0}
            aria-controls={`${id}-list`}
            {...(active && { 'aria-activedescendant': active })}
            autocomplete="off"
            autocapitalize="words"
            spellcheck={false}
            enterkeyhint="search"
            maxLength={80}
            defaultValue={defaultValue}
          />
        )}
      </Field>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={words.title}
        class="suggestions"
        hidden={shown.length === 0}
      >
        {shown.map((locality, index) => (
          <Suggestion
            key={locality.code}
            locality={locality}
            id={`${id}-${index}`}
            isActive={index === at}
            onChoose={() => choose(locality)}
          />
        ))}
      </div>
      <p class="for-readers" role="status">
        {shown.length > 0 && words.count(shown.length)}
      </p>
    </div>
  )
}
