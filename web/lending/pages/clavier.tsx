import { useState } from 'preact/hooks'
import type { LentSpaceView } from '../../../shared/contracts/lending-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { Form, Messages } from '../../kit/form.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useForm } from '../../kit/use-form.ts'
import { StaffPage } from '../../staff/staff-page.tsx'
import { AboutSpace } from '../about-space.tsx'
import { KeypadField, readKeypad } from '../keypad-field.tsx'
import { lendingApi } from '../lending-client.ts'
import { setUpOfSpace } from '../set-up.ts'
import { useLentSpace } from '../use-lent-space.ts'
import { keypadRefusals, keypad as words } from '../words/fr/keypad.ts'

const doorOf = ({ access }: LentSpaceView) => (access.kind === 'door-code' ? access.door : undefined)

const Saved = ({ site, space }: { site: SiteView; space: LentSpaceView }) => (
  <>
    <Notice title={words.saved} tone="free">
      {doorOf(space)?.byHand && <p>{words.savedHand}</p>}
      {!space.settled && <p>{words.unsettled}</p>}
    </Notice>
    {doorOf(space)?.byHand && (
      <p>
        <a class="button" href={`/codes-de-porte?lieu=${site.id}`}>
          {words.list}
        </a>
      </p>
    )}
  </>
)

type FormProps = { readonly site: SiteView; readonly space: LentSpaceView; readonly again: () => void }

const KeypadForm = ({ site, space, again }: FormProps) => {
  const [saved, setSaved] = useState<LentSpaceView>()
  const { tried, refuse, send } = useForm()
  const { working, errors } = tried
  const save = (form: FormData) => {
    const door = readKeypad(form)
    if (door?.id === '') return refuse({ door: words.nameMissing })
    const { note } = space.access
    const access = { kind: 'door-code', ...(note && { note }), ...(door && { door }) } as const
    const change = { ...setUpOfSpace(space), access, revision: space.revision }
    send(() => lendingApi.change(site.id, space.id, change), setSaved)
  }
  if (saved) return <Saved site={site} space={saved} />
  return (
    <Form onSend={save}>
      <Messages tried={tried} refusals={keypadRefusals} again={again} />
      <KeypadField door={doorOf(space)} error={errors.door} />
      <button class="button" type="submit" aria-disabled={working}>
        {working ? words.working : words.save}
      </button>
    </Form>
  )
}

const Keypad = ({ site, id }: { site: SiteView; id: string | null }) => {
  const { from, space: named } = useLentSpace(site.id, id)
  const space = named?.access.kind === 'door-code' ? named : undefined
  return (
    <AboutSpace site={site.id} from={from} space={space} words={words}>
      {space && <KeypadForm key={space.revision} site={site} space={space} again={from.again} />}
    </AboutSpace>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site) => <Keypad site={site} id={query?.get('espace') ?? null} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
