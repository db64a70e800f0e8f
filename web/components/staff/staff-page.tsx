import type { ComponentChildren } from 'preact'
import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { both, useAnswer, useTitle } from '../../answers.ts'
import { api, type WebProblem } from '../../api-client.ts'
import { mayAt } from '../../may-at.ts'
import { staff } from '../../messages/fr/staff.ts'
import { STAFF_PAGES, type StaffPageName } from '../../staff-pages.ts'
import { Unread } from '../notice/refusal.tsx'
import { Waiting } from '../waiting/waiting.tsx'
import { StaffNav } from './staff-nav.tsx'

type StaffPageProps = {
  readonly query: URLSearchParams | undefined
  readonly title: string
  readonly children: (site: SiteView, self: SelfView) => ComponentChildren
  /** Shown before the place is known: what is typed in it stays there once `children` begin with the same. */
  readonly early?: ComponentChildren
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

/** A page that somebody's rights do not give is not asked for at all. */
const mayOpenHere = (self: SelfView, site: SiteView): boolean => {
  const roles = STAFF_PAGES[location.pathname.slice(1) as StaffPageName]
  return !roles || mayAt(self, roles, site)
}

const isStaff = ({ grants }: SelfView): boolean => grants.some(({ scope }) => !scope.startsWith('association:'))

const NotMine = ({ title }: { title: string }) => (
  <div class="stack">
    <h1>{title}</h1>
    <Elsewhere lead={staff.noRight} />
  </div>
)

/** Why staff sees nothing here, and what to do. */
export const StaffRefused = ({ problem, again }: { problem: WebProblem; again: () => void }) => {
  if (problem.code === 'signed-out') return <SignIn lead={staff.signedOut} />
  if (problem.code === 'not-found' || problem.code === 'invalid') return <Elsewhere lead={staff.noRight} />
  return <Unread problem={problem} again={again} />
}

/** A page about the place that the address names (`?lieu=`), for those who work there. The API decides who does. */
export const StaffPage = ({ query, title, early, children }: StaffPageProps) => {
  const place = query?.get('lieu') ?? ''
  const { loaded, again } = useAnswer(query && place, (id) => both(api.readSite(id || '0000'), api.readMe()))
  useTitle(loaded.state === 'here' ? `${title}, ${loaded.value[0].name}` : undefined)
  if (loaded.state === 'here') {
    const [site, self] = loaded.value
    if (self.secondFactor && isStaff(self))
      return (
        <>
          <StaffNav site={site} self={self} />
          {mayOpenHere(self, site) ? children(site, self) : <NotMine title={title} />}
        </>
      )
  }
  if (early && loaded.state === 'waiting')
    return (
      <>
        {null}
        {early}
      </>
    )
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
