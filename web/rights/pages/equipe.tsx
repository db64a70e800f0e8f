import { useEffect } from 'preact/hooks'
import type { GrantView, SelfView } from '../../../shared/contracts/auth-views.ts'
import { api } from '../../kit/api-client.ts'
import type { RefusedProps } from '../../kit/loaded.tsx'
import { LoadedPage } from '../../kit/loaded.tsx'
import { Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { SignInLink } from '../../kit/sign-in-link.tsx'
import { SignOut } from '../../kit/sign-out.tsx'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { common } from '../../kit/words/fr/common.ts'
import { onlySiteOf } from '../../staff/nav-entries.ts'
import { refreshToDo } from '../../staff/refresh-to-do.ts'
import { StaffNav } from '../../staff/staff-nav.tsx'
import { STAFF_PAGES } from '../../staff/staff-pages.ts'
import { AttachedPoints } from '../attached-points.tsx'
import { SiteFinder } from '../site-finder.tsx'
import { SiteLinks } from '../site-links.tsx'
import { roles, scopeWords } from '../words/fr/rights.ts'
import { team } from '../words/fr/team.ts'

const mayLinkTools = (role: GrantView['role']): boolean => STAFF_PAGES.outils.some((each) => each === role)
const isOfSite = ({ scope }: GrantView): boolean => scope.startsWith('site:')
const isOfMany = ({ scope }: GrantView): boolean => scope === 'network' || scope.startsWith('departement:')

/** Groups the grants of each site. */
const sitesOf = (grants: readonly GrantView[]) =>
  [...Map.groupBy(grants.filter(isOfSite), ({ scope }) => scope)].map(([scope, here]) => ({
    site: { id: scope.slice('site:'.length) },
    name: scopeWords(scope, here[0]?.place),
    role: here.map(({ role }) => roles[role]).join(', '),
  }))

const Wide = ({ grants, self }: { grants: readonly GrantView[]; self: SelfView }) => (
  <>
    {grants.map(({ role, scope, place }) => (
      <section key={`${scope} ${role}`} class="right-line">
        <h2>{scopeWords(scope, place)}</h2>
        <p>{roles[role]}</p>
        {role === 'phone' && (
          <p>
            <a class="tall" href="/telephone">
              {team.telephone}
            </a>
          </p>
        )}
        {scope.startsWith('departement:') && mayLinkTools(role) && (
          <p>
            <a class="tall" href={`/outils?${new URLSearchParams({ portee: scope })}`}>
              {team.tools}
              <span class="for-readers">
                {common.colon}
                {scopeWords(scope, place)}
              </span>
            </a>
          </p>
        )}
        {role === 'network' && (
          <ul class="plain staff-links">
            {Object.entries(team.wide).map(([address, words]) => (
              <li key={address}>
                <a class="tall" href={`${address}?${new URLSearchParams({ portee: scope })}`}>
                  {words}
                  <span class="for-readers">
                    {common.colon}
                    {scopeWords(scope, place)}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
    ))}
    <SiteFinder self={self} />
  </>
)

const Mine = ({ self }: { self: SelfView }) => {
  const { grants, secondFactor } = self
  const [sites, wide] = [sitesOf(grants), grants.filter(isOfMany)]
  if (sites.length + wide.length === 0)
    return (
      <>
        <p class="lead">{team.none}</p>
        <p>{team.noneLead}</p>
      </>
    )
  if (!secondFactor) return <SignInLink lead={team.secondFactor} words={team.signIn} next="/equipe" />
  return (
    <>
      {sites.map((each) => (
        <SiteLinks key={each.site.id} {...each} self={self} />
      ))}
      {sites.length > 0 && <AttachedPoints offices={sites} />}
      {wide.length > 0 && <Wide grants={wide} self={self} />}
    </>
  )
}

const Self = ({ self }: { self: SelfView }) => {
  useAnnouncement(team.title)
  useEffect(() => void refreshToDo(), [])
  return (
    <>
      <Mine self={self} />
      <p class="long-word">
        {team.signedInAs}
        {self.name ?? self.email}
      </p>
      <SignOut words={team.signOut} />
    </>
  )
}

const Refused = (props: RefusedProps) =>
  props.problem.code === 'signed-out' ? (
    <SignInLink lead={team.signedOut} words={team.signIn} next="/equipe" />
  ) : (
    <Unread {...props} />
  )

const View = ({ query }: ViewProps) => (
  <LoadedPage title={team.title} from={useAnswer(query && 'me', () => api.readMe())} refused={Refused}>
    {(self) => (
      <>
        {self.secondFactor && <StaffNav site={onlySiteOf(self)} self={self} />}
        <div class="stack narrow">
          <h1>{team.title}</h1>
          <Self self={self} />
        </div>
      </>
    )}
  </LoadedPage>
)

export const page: Page = { title: team.page, enhanced: true, View }
