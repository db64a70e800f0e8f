import { useState } from 'preact/hooks'
import { TextField } from '../kit/field/text-field.tsx'
import { AroundMe } from './around-me.tsx'
import { search } from './words/fr/search.ts'

type SiteSearchProps = {
  readonly use?: string | undefined
  readonly words?: string | undefined
  /** The page of results. */
  readonly page?: string
  readonly submit?: string
  readonly hint?: string
}

/** A plain form, which also works without its script. */
export const SiteSearch = ({
  use,
  words = '',
  page = '/lieux',
  submit = search.submit,
  hint,
}: SiteSearchProps) => {
  const [error, setError] = useState<string>()
  const check = (event: SubmitEvent) => {
    const field = document.getElementById('q') as HTMLInputElement | null
    if (!field || field.value.trim().length >= 2) return
    event.preventDefault()
    setError(search.fieldMissing)
    field.focus()
  }
  return (
    <search>
      <form class="site-search" action={page} method="get" noValidate onSubmit={check}>
        <TextField
          id="q"
          label={search.field}
          {...(hint ? { hint } : {})}
          autocomplete="postal-code"
          enterkeyhint="search"
          maxLength={80}
          defaultValue={words}
          error={error}
        />
        {use && <input type="hidden" name="use" value={use} />}
        <div class="actions">
          <button class="button" type="submit">
            {submit}
          </button>
          <AroundMe use={use} page={page} />
        </div>
      </form>
    </search>
  )
}
