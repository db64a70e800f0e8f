import { useState } from 'preact/hooks'
import type { LentSpaceView } from '../../../shared/contracts/lending-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import type { Answer } from '../../kit/api-client.ts'
import { ErrorSummary } from '../../kit/field/error-summary.tsx'
import { Loading } from '../../kit/loading.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { lendingApi } from '../../lending/lending-client.ts'
import { setUpOfSpace } from '../../lending/set-up.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { KeypadField, readKeypad } from '../keypad-field.tsx'
import { keypadRefusals, keypad as words } from '../words/fr/keypad.ts'

const Saved = ({ site, space }: { site: SiteView; space: LentSpaceView }) => (
  <>
    <Notice title={words.saved} tone="free">
      {space.access.door?.byHand && <p>{words.savedHand}</p>}
      {!space.settled && <p>{words.unsettled}</p>}
    </Notice>
    {space.access.door?.byHand && (
      <p>
        <a class="button" href={`/codes-de-porte?lieu=${site.id}`}>
          {words.list}
        </a>
      </p>
    )}
  </>
)

type FormProps = { readonly site: SiteView; readonly space: LentSpaceView; readonly again: () => void }

const Form = ({ site, space, again }: FormProps) => {
  const [error, setError] = useState<string>()
  const [saved, setSaved] = useState<Answer<LentSpaceView> | 'waiting'>()
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const door = readKeypad(new FormData(event.currentTarget as HTMLFormElement))
    const missing = door?.id === '' ? words.nameMissing : undefined
    setError(missing)
    if (missing) return
    const { door: _, ...access } = space.access
    setSaved('waiting')
    const setUp = { ...setUpOfSpace(space), access: { ...access, ...(door && { door }) } }
    setSaved(await lendingApi.change(site.id, space.id, { ...setUp, revision: space.revision } as never))
  }
  if (saved && saved !== 'waiting' && saved.ok) return <Saved site={site} space={saved.value} />
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      {error && <ErrorSummary errors={{ door: error }} />}
      {saved && saved !== 'waiting' && !saved.ok && (
        <Refusal problem={saved.problem} refusals={keypadRefusals} again={again} />
      )}
      <KeypadField door={space.access.door} error={error} />
      <button class="button" type="submit" disabled={saved === 'waiting'}>
        {saved === 'waiting' ? words.working : words.save}
      </button>
    </form>
  )
}

const Keypad = ({ site, id }: { site: SiteView; id: string | null }) => {
  const { loaded, again } = useAnswer(site.id, (each) => lendingApi.list(each))
  const found = loaded.state === 'here' ? loaded.value.spaces.find((each) => each.id === id) : undefined
  const space = found?.access.kind === 'door-code' ? found : undefined
  return (
    <div class="narrow stack">
      <h1>{space ? words.title(space.name) : words.page}</h1>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'refused' && <StaffRefused problem={loaded.problem} again={again} />}
      {loaded.state === 'here' && <p class="lead">{space ? words.lead : words.gone}</p>}
      {space && <Form key={space.revision} site={site} space={space} again={again} />}
      <p>
        <a class="tall" href={`/espaces?lieu=${site.id}`}>
          {words.all}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site) => <Keypad site={site} id={query?.get('espace') ?? null} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
