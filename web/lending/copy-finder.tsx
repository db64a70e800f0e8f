import { useState } from 'preact/hooks'
import type { SetUpList } from '../../shared/contracts/lending-views.ts'
import { api, type WebProblem } from '../kit/api-client.ts'
import { TextField } from '../kit/field/text-field.tsx'
import { Form } from '../kit/form.tsx'
import { Unread } from '../kit/notice/refusal.tsx'
import { textIn } from '../kit/text-in.ts'
import { useLatest } from '../kit/use-latest.ts'
import { lendingApi } from './lending-client.ts'
import { beginning as words } from './words/fr/beginning.ts'

const MOST_SITES = 6

type Found = { readonly id: string; readonly name: string; readonly spaces: SetUpList['spaces'] }

const findAt = async (q: string): Promise<Found[] | WebProblem> => {
  const answer = await api.searchSites({ q, limit: '50' })
  if (!answer.ok) return answer.problem
  const sites = answer.value.sites.filter(({ uses }) => uses.length > 0).slice(0, MOST_SITES)
  const lists = await Promise.all(sites.map(({ id }) => lendingApi.listSetUps(id)))
  return sites.flatMap(({ id, name }, at) => {
    const list = lists[at]
    return list?.ok && list.value.spaces.length > 0 ? [{ id, name, spaces: list.value.spaces }] : []
  })
}

const useFinding = () => {
  const [found, setFound] = useState<readonly Found[]>()
  const [problem, setProblem] = useState<WebProblem>()
  const last = useLatest()
  const find = async (q: string) => {
    const sites = await last(async () => (q.length < 2 ? [] : findAt(q)))
    if (!sites) return
    setProblem('code' in sites ? sites : undefined)
    setFound('code' in sites ? undefined : sites)
  }
  return { found, problem, find, forget: () => setProblem(undefined) }
}

const AtSite = ({ found: { id, name, spaces }, site }: { found: Found; site: string }) => (
  <section class="form">
    <h3>{name}</h3>
    <ul class="plain form">
      {spaces.map((space) => (
        <li key={space.id}>
          <a
            class="button quiet"
            href={`/espace?${new URLSearchParams({ lieu: site, copie: id, de: space.id })}`}
          >
            {words.one(space.name)}
            <span class="for-readers">, {name}</span>
          </a>
        </li>
      ))}
    </ul>
  </section>
)

/** Finds a space of another site to copy its set-up, without people or the place of its key. */
export const CopyFinder = ({ site }: { site: string }) => {
  const { found, problem, find, forget } = useFinding()
  return (
    <>
      <Form onSend={(form) => find(textIn(form, 'autre'))}>
        <TextField id="autre" label={words.field} autocomplete="off" enterkeyhint="search" maxLength={80} />
        <button class="button quiet" type="submit">
          {words.submit}
        </button>
      </Form>
      {problem && <Unread problem={problem} again={forget} />}
      <p role="status">{found?.length === 0 && words.none}</p>
      {found?.map((each) => (
        <AtSite key={each.id} found={each} site={site} />
      ))}
    </>
  )
}
