import { useState } from 'preact/hooks'
import { goTo } from '../kit/go.ts'
import { AroundMe } from './around-me.tsx'
import { PlaceField } from './place-field.tsx'
import { resultsAddress, type Wanted, wishesOf } from './wanted.ts'
import { search } from './words/fr/search.ts'

type SiteSearchProps = {
  /** What is searched for now: its place stands in the field, the rest is kept. */
  readonly wanted?: Wanted
  /** The page of results. */
  readonly page?: string
  readonly submit?: string
  readonly hint?: string
}

/** A plain form, which also works without its script. */
export const SiteSearch = ({
  wanted = {},
  page = '/lieux',
  submit = search.submit,
  hint,
}: SiteSearchProps) => {
  const [error, setError] = useState<string>()
  const wishes = wishesOf(wanted)
  const lookAt = (place: Wanted) => goTo(resultsAddress({ ...place, ...wishes }, page))
  const check = (event: SubmitEvent) => {
    const field = document.getElementById('q') as HTMLInputElement | null
    if (!field || field.value.trim()) return
    event.preventDefault()
    setError(search.fieldMissing)
    field.focus()
  }
  return (
    <search>
      <form class="site-search" action={page} method="get" noValidate onSubmit={check}>
        <PlaceField
          id="q"
          label={search.field}
          hint={hint}
          defaultValue={wanted.q ?? ''}
          error={error}
          onChoose={({ name, code }) => lookAt({ q: name, locality: code })}
        />
        {Object.entries(wishes).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class="actions">
          <button class="button" type="submit">
            {submit}
          </button>
          <AroundMe onFound={(near) => lookAt({ near })} />
        </div>
      </form>
    </search>
  )
}
