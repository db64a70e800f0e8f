import { useState } from 'preact/hooks'
import type { LentSpaceView } from '../../../shared/contracts/lending-views.ts'
import type { OutsideCalendarView } from '../../../shared/contracts/outside-calendar-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { addressFaultOf } from '../../../shared/domain/outside-address.ts'
import { Confirmation } from '../../kit/confirmation.tsx'
import { TextField } from '../../kit/field/text-field.tsx'
import { Form, Messages } from '../../kit/form.tsx'
import { Loaded } from '../../kit/loaded.tsx'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { textIn } from '../../kit/text-in.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useForm } from '../../kit/use-form.ts'
import { useSend } from '../../kit/use-send.ts'
import { dayWords, momentWords, rangeWords } from '../../kit/words/fr/time-words.ts'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { AboutSpace } from '../about-space.tsx'
import { outsideApi } from '../outside-client.ts'
import { useLentSpace } from '../use-lent-space.ts'
import { outside as words } from '../words/fr/outside.ts'

type SpaceProps = { readonly site: SiteView; readonly space: LentSpaceView }
type Calendar = { readonly calendar: OutsideCalendarView }

const State = ({ calendar: { host = '', readAt, fault, failingSince = '' } }: Calendar) => (
  <div class="stack">
    <h2 class="long-word">{words.followed(host)}</h2>
    {fault && (
      <p class="error">
        {words.faults[fault]} {words.failing(momentWords(failingSince))}
      </p>
    )}
    {!fault && <p>{readAt ? words.readAt(momentWords(readAt)) : words.unread}</p>}
  </div>
)

const Clashes = ({ site, calendar: { clashes } }: Calendar & Pick<SpaceProps, 'site'>) =>
  clashes.length > 0 ? (
    <section class="stack">
      <h2>{words.clashes}</h2>
      <p>{words.clashesLead}</p>
      <ul class="facts">
        {clashes.map(({ date, start, end }, at) => (
          <li key={at}>
            <a class="tall" href={`/planning?${new URLSearchParams({ lieu: site.id, du: date })}`}>
              {dayWords(date, site.today)}, {rangeWords(start, end)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  ) : (
    <p>{words.noClashes}</p>
  )

const End = ({ site, space, onEnded }: SpaceProps & { onEnded: () => void }) => {
  const { problem, working, send } = useSend(onEnded)
  return (
    <>
      {problem && <Refusal problem={problem} remedies={{}} />}
      <Confirmation
        label={words.end}
        question={words.endSure}
        yes={words.endYes}
        no={words.endNo}
        working={working}
        onConfirm={() => send(() => outsideApi.end(site.id, space.id))}
      />
    </>
  )
}

type FormProps = SpaceProps & { readonly followed: boolean; readonly onSaved: () => void }

const AddressForm = ({ site, space, followed, onSaved }: FormProps) => {
  const { tried, refuse, send } = useForm()
  const save = (data: FormData) => {
    const url = textIn(data, 'url')
    if (addressFaultOf(url.replace(/^webcals?:/i, 'https:'))) return refuse({ url: words.addressWrong })
    send(() => outsideApi.set(site.id, space.id, url), onSaved)
  }
  return (
    <Form onSend={save}>
      <Messages tried={tried} />
      <TextField
        id="url"
        label={words.address}
        hint={words.addressHint}
        error={tried.errors.url}
        autocomplete="off"
        autocapitalize="none"
        maxLength={2000}
        required
      />
      <button class={followed ? 'button quiet' : 'button'} type="submit" aria-disabled={tried.working}>
        {followed ? words.change : words.save}
      </button>
      <p role="status">{tried.working && words.working}</p>
    </Form>
  )
}

type Said = 'saved' | 'ended'

const Followed = ({ site, space }: SpaceProps) => {
  const from = useAnswer(`${site.id} ${space.id}`, () => outsideApi.read(site.id, space.id))
  const [said, setSaid] = useState<Said>()
  const told = (what: Said) => () => {
    setSaid(what)
    from.again()
  }
  return (
    <>
      {said && (
        <Notice key={said} tone="free" title={words[said]}>
          <p>{said === 'saved' ? words.savedLead : words.endedLead}</p>
        </Notice>
      )}
      <Loaded from={from} refused={StaffRefused}>
        {(calendar) => (
          <>
            {calendar.host && <State calendar={calendar} />}
            {calendar.host && <Clashes site={site} calendar={calendar} />}
            <AddressForm
              key={said}
              site={site}
              space={space}
              followed={calendar.host !== undefined}
              onSaved={told('saved')}
            />
            {calendar.host && <End site={site} space={space} onEnded={told('ended')} />}
          </>
        )}
      </Loaded>
    </>
  )
}

const Outside = ({ site, id }: { site: SiteView; id: string | null }) => {
  const { from, space } = useLentSpace(site.id, id)
  return (
    <AboutSpace site={site.id} from={from} space={space} words={words}>
      {space && <Followed site={site} space={space} />}
    </AboutSpace>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.page}>
    {(site) => <Outside site={site} id={query?.get('espace') ?? null} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
