import { ownPath } from '../../shared/domain/own-path.ts'
import { useAnswer, useTitle } from '../answers.ts'
import type { WebRefusalKind } from '../api-client.ts'
import { Refusal } from '../components/notice/refusal.tsx'
import { SignIn } from '../components/sign-in/sign-in.tsx'
import { StaffSignIn } from '../components/staff-sign-in/staff-sign-in.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { signIn } from '../messages/fr/sign-in.ts'
import { staffSignIn, staffSignInRefusals } from '../messages/fr/staff-sign-in.ts'
import type { Page, ViewProps } from '../page.ts'
import { sessionApi } from '../session-client.ts'
import { STAFF_PAGES } from '../staff-pages.ts'

const STAFF_HOME = '/equipe'

const isOfStaff = (path: string): boolean => Object.keys(STAFF_PAGES).some((name) => path.split('?')[0] === `/${name}`)

type StaffProps = {
  /** Absent as long as it is not known. */
  readonly issuer: string | undefined
  readonly next: string
  /** Why they are back from the issuer without being signed in. */
  readonly refused: WebRefusalKind | undefined
}

/** For those who work at a place: a code by mail would lead them nowhere. */
const Staff = ({ issuer, next, refused }: StaffProps) => {
  useTitle(staffSignIn.page)
  return (
    <div class="stack narrow">
      <h1>{staffSignIn.page}</h1>
      {refused && <Refusal problem={{ code: refused }} refusals={staffSignInRefusals} />}
      {issuer ? <StaffSignIn issuer={issuer} next={next} alone /> : <Waiting />}
      <p>
        <a class="tall" href="/mes-reservations">
          {signIn.title}
        </a>
      </p>
    </div>
  )
}

const refusedIn = (query: URLSearchParams | undefined): WebRefusalKind | undefined => {
  const kind = query?.get('refus') ?? ''
  return Object.hasOwn(staffSignInRefusals, kind) ? (kind as WebRefusalKind) : undefined
}

const View = ({ query }: ViewProps) => {
  const { loaded } = useAnswer(query && 'ways', () => sessionApi.readWays())
  const issuer = loaded.state === 'here' ? loaded.value.issuer : undefined
  const asked = ownPath(query?.get('next'))
  const refused = refusedIn(query)
  const isForStaff = refused !== undefined || isOfStaff(asked ?? '')
  if (isForStaff && (issuer || loaded.state === 'waiting'))
    return <Staff issuer={issuer} next={asked ?? STAFF_HOME} refused={refused} />
  const next = asked ?? '/mes-reservations'
  const lead = /^\/(reservation|deplacer|annuler)\?/.test(next) ? signIn.signedOut : signIn.lead
  return (
    <div class="stack">
      <SignIn title={signIn.title} lead={lead} onSignedIn={() => location.replace(next)} />
      {issuer && <StaffSignIn issuer={issuer} next={asked ?? STAFF_HOME} />}
    </div>
  )
}

export const page: Page = { title: signIn.page, enhanced: true, View }
