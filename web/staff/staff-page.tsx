import type { ComponentChildren } from 'preact'
import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { api } from '../kit/api-client.ts'
import type { RefusedProps } from '../kit/loaded.tsx'
import { Loading } from '../kit/loading.tsx'
import { Unread } from '../kit/notice/refusal.tsx'
import { SignInLink } from '../kit/sign-in-link.tsx'
import { both, useAnswer } from '../kit/use-answer.ts'
import { useTitle } from '../kit/use-title.ts'
import { mayAt } from './may-at.ts'
import { StaffNav } from './staff-nav.tsx'
import { STAFF_PAGES, type StaffPageName } from './staff-pages.ts'
import { staff } from './words/fr/staff.ts'

type StaffPageProps = {
  readonly query: URLSearchParams | undefined
  readonly title: string
  readonly children: (site: SiteView, self: SelfView) => ComponentChildren
  /** Shown until the site is known; typed text stays, as `children` begin with the same form. */
  readonly early?: ComponentChildren
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

/** Stops before the page asks the API for what the person's rights do not open. */
const mayOpenHere = (self: SelfView, site: SiteView): boolean => {
  const roles = STAFF_PAGES[location.pathname.slice(1) as StaffPageName]
  return !roles || mayAt(self, roles, site)
}

const isStaff = ({ grants }: SelfView): boolean =>
  grants.some(({ scope }) => !scope.startsWith('association:'))

const NotMine = ({ title }: { title: string }) => (
  <div class="stack">
    <h1>{title}</h1>
    <Elsewhere lead={staff.noRight} />
  </div>
)

export const StaffRefused = ({ problem, again }: RefusedProps) => {
  if (problem.code === 'signed-out') return <SignInLink lead={staff.signedOut} words={staff.signIn} />
  if (problem.code === 'not-found' || problem.code === 'invalid') return <Elsewhere lead={staff.noRight} />
  return <Unread problem={problem} again={again} />
}

/** A staff page about the site in the address (`?lieu=`). The API decides who may see it. */
export const StaffPage = ({ query, title, early, children }: StaffPageProps) => {
  const siteId = query?.get('lieu') ?? ''
  const { loaded, again } = useAnswer(query && siteId, (id) => both(api.readSite(id || '0000'), api.readMe()))
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
  if (early && loaded.state === 'loading')
    return (
      <>
        {null}
        {early}
      </>
    )
  return (
    <div class="stack">
      <h1>{title}</h1>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'refused' &&
        (siteId ? (
          <StaffRefused problem={loaded.problem} again={again} />
        ) : (
          <Elsewhere lead={staff.noSite} />
        ))}
      {loaded.state === 'here' &&
        (isStaff(loaded.value[1]) ? (
          <SignInLink lead={staff.secondFactor} words={staff.signIn} />
        ) : (
          <Elsewhere lead={staff.noRight} />
        ))}
    </div>
  )
}
