import { useState } from 'preact/hooks'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { SiteSummary } from '../../shared/contracts/site-views.ts'
import { api } from '../kit/api-client.ts'
import { TextField } from '../kit/field/text-field.tsx'
import { Form } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { useLatest } from '../kit/use-latest.ts'
import { SiteLinks } from './site-links.tsx'
import { team } from './words/fr/team.ts'

const MOST = '20'

/** Finds one site by name, for staff of many sites. */
export const SiteFinder = ({ self }: { self: SelfView }) => {
  const [found, setFound] = useState<readonly SiteSummary[]>()
  const last = useLatest()
  const find = async (form: FormData) => {
    const q = textIn(form, 'lieu')
    const answer = await last(() => api.searchSites({ q, limit: MOST }))
    if (answer) setFound(answer.ok ? answer.value.sites : [])
  }
  return (
    <search class="stack">
      <h2>{team.find}</h2>
      <Form onSend={find}>
        <TextField id="lieu" label={team.findHint} autocomplete="off" enterkeyhint="search" maxLength={80} />
        <button class="button quiet" type="submit">
          {team.submit}
        </button>
      </Form>
      <p role="status">{found && team.found(found.length)}</p>
      {found?.map((site) => (
        <SiteLinks key={site.id} site={site} name={site.name} self={self} />
      ))}
    </search>
  )
}
