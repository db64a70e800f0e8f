import { ownPath } from '../../../shared/domain/own-path.ts'
import type { WebRefusalKind } from '../../kit/api-client.ts'
import { goInstead } from '../../kit/go.ts'
import { Loading } from '../../kit/loading.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useTitle } from '../../kit/use-title.ts'
import { STAFF_PAGES } from '../../staff/staff-pages.ts'
import { sessionApi } from '../session-client.ts'
import { SignIn } from '../sign-in.tsx'
import { StaffSignIn } from '../staff-sign-in.tsx'
import { signIn } from '../words/fr/sign-in.ts'
import { staffSignIn, staffSignInRefusals } from '../words/fr/staff-sign-in.ts'

const STAFF_HOME = '/aujourd-hui'

const isOfStaff = (path: string): boolean =>
  Object.keys(STAFF_PAGES).some((name) => path.split('?')[0] === `/${name}`)

type StaffProps = {
  /** Absent until it is known. */
  readonly issuer: string | undefined
  readonly next: string
  /** Why the issuer sent them back without signing them in. */
  readonly refused: WebRefusalKind | undefined
}

/** Staff gets its rights only from the issuer, not from a code by mail. */
const Staff = ({ issuer, next, refused }: StaffProps) => {
  useTitle(staffSignIn.page)
  return (
    <div class="stack narrow">
      <h1>{staffSignIn.page}</h1>
      {refused && <Refusal problem={{ code: refused }} refusals={staffSignInRefusals} />}
      {issuer ? <StaffSignIn issuer={issuer} next={next} alone /> : <Loading />}
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
  if (isForStaff && (issuer || loaded.state === 'loading'))
    return <Staff issuer={issuer} next={asked ?? STAFF_HOME} refused={refused} />
  const next = asked ?? '/mes-reservations'
  const lead = /^(\/en)?\/(reservation|deplacer|annuler)\?/.test(next) ? signIn.signedOut : signIn.lead
  return (
    <div class="stack">
      <SignIn title={signIn.title} lead={lead} onSignedIn={() => goInstead(next)} />
      {issuer && <StaffSignIn issuer={issuer} next={asked ?? STAFF_HOME} />}
    </div>
  )
}

export const page: Page = { title: signIn.page, enhanced: true, View }
