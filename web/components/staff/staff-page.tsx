import type { ComponentChildren } from 'preact'
import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { both, useAnswer, useTitle } from '../../answers.ts'
import { api, type WebProblem } from '../../api-client.ts'
import { staff } from '../../messages/fr/staff.ts'
import { Unread } from '../notice/refusal.tsx'
import { Waiting } from '../waiting/waiting.tsx'
import { StaffNav } from './staff-nav.tsx'

type LinksFor = (self: SelfView, site: SiteView) => [address: string, words: string][]

type StaffPageProps = {
  readonly query: URLSearchParams | undefined
  readonly title: string
  /** The pages that somebody may use at the place, where they are not all those of a manager. */
  readonly linksFor?: LinksFor
  readonly children: (site: SiteView, self: SelfView) => ComponentChildren
}

const SignIn = ({ lead }: { lead: string }) => {
  const next = location.pathname + location.search
  return (
    <>
      <p class="lead">{lead}</p>
      <p>
        <a class="button" href={`/connexion?${new URLSearchParams({ next })}`}>
          {staff.signIn}
        </a>
      </p>
    </>
  )
}

const Elsewhere = ({ lead }: { lead: string }) => (
  <>
    <p class="lead">{lead}</p>
    <p>
      <a class="button" href="/equipe">
        {staff.places}
      </a>
    </p>
  </>
)

const isStaff = ({ grants }: SelfView): boolean => grants.some(({ scope }) => !scope.startsWith('association:'))

/** Why staff sees nothing here, and what to do. */
export const StaffRefused = ({ problem, again }: { problem: WebProblem; again: () => void }) => {
  if (problem.code === 'signed-out') return <SignIn lead={staff.signedOut} />
  if (problem.code === 'not-found' || problem.code === 'invalid') return <Elsewhere lead={staff.noRight} />
  return <Unread problem={problem} again={again} />
}

/** A page about the place that the address names (`?lieu=`), for those who work there. The API decides who does. */
export const StaffPage = ({ query, title, linksFor, children }: StaffPageProps) => {
  const place = query?.get('lieu') ?? ''
  const { loaded, again } = useAnswer(query && place, (id) => both(api.readSite(id || '0000'), api.readMe()))
  useTitle(loaded.state === 'here' ? `${title}, ${loaded.value[0].name}` : undefined)
  if (loaded.state === 'here') {
    const [site, self] = loaded.value
    if (self.secondFactor && isStaff(self))
      return (
        <>
          <StaffNav site={site} links={linksFor ? linksFor(self, site) : Object.entries(staff.pages)} />
          {children(site, self)}
        </>
      )
  }
  return (
    <div class="stack">
      <h1>{title}</h1>
      {loaded.state === 'waiting' && <Waiting />}
      {loaded.state === 'refused' &&
        (place ? <StaffRefused problem={loaded.problem} again={again} /> : <Elsewhere lead={staff.noPlace} />)}
      {loaded.state === 'here' &&
        (isStaff(loaded.value[1]) ? <SignIn lead={staff.secondFactor} /> : <Elsewhere lead={staff.noRight} />)}
    </div>
  )
}
