import { useState } from 'preact/hooks'
import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import type { SiteSummary } from '../../../shared/contracts/site-views.ts'
import { api } from '../../api-client.ts'
import { team } from '../../messages/fr/rights.ts'
import { useLast } from '../../use-last.ts'
import { TextField } from '../field/text-field.tsx'
import { PlaceLinks } from './place-links.tsx'

const MOST = '20'

/** For whoever works for many places: the one they look for, by its name. */
export const PlaceFinder = ({ self }: { self: SelfView }) => {
  const [found, setFound] = useState<readonly SiteSummary[]>()
  const last = useLast()
  const find = async (form: FormData) => {
    const q = String(form.get('lieu') ?? '').trim()
    const answer = await last(() => api.searchSites({ q, limit: MOST }))
    if (answer) setFound(answer.ok ? answer.value.sites : [])
  }
  return (
    <search class="stack">
      <h2>{team.find}</h2>
      <form
        class="form"
        method="get"
        onSubmit={(event) => {
          event.preventDefault()
          find(new FormData(event.currentTarget))
        }}
      >
        <TextField id="lieu" label={team.findHint} autocomplete="off" enterkeyhint="search" maxLength={80} />
        <button class="button quiet" type="submit">
          {team.submit}
        </button>
      </form>
      <p role="status">{found && team.found(found.length)}</p>
      {found?.map((site) => (
        <PlaceLinks key={site.id} self={self} site={site} name={site.name} />
      ))}
    </search>
  )
}
