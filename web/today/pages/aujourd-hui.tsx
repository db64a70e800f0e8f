import { useState } from 'preact/hooks'
import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import type { SiteToday as SiteTodayView, TodayView } from '../../../shared/contracts/today-views.ts'
import { AskedPattern } from '../../counter/load-ribbon.tsx'
import { api } from '../../kit/api-client.ts'
import { LoadedPage, type RefusedProps } from '../../kit/loaded.tsx'
import { localToday } from '../../kit/local-text.ts'
import { Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { SignInLink } from '../../kit/sign-in-link.tsx'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { dayWords } from '../../kit/words/fr/time-words.ts'
import { isOfStaff } from '../../staff/may-at.ts'
import { onlySiteOf } from '../../staff/nav-entries.ts'
import { StaffNav } from '../../staff/staff-nav.tsx'
import { STAFF_PAGES } from '../../staff/staff-pages.ts'
import { staff } from '../../staff/words/fr/staff.ts'
import { SiteToday } from '../site-today.tsx'
import { Sittings } from '../sittings.tsx'
import { todayApi } from '../today-client.ts'
import { type Fresh, useFresh } from '../use-fresh.ts'
import { today as words } from '../words/fr/today.ts'

type SitesProps = Pick<TodayView, 'sites'> & { readonly self: SelfView; readonly onDone: () => void }

const Summary = ({ site }: { site: SiteTodayView }) => (
  <summary class="today-summary">
    <h2 class="today-name">{site.name}</h2>
    <span class="soft today-said">{words.line(site)}</span>
  </summary>
)

/** What needs somebody stands beside the line: it is one tap away. */
const Urgent = ({ site }: { site: SiteTodayView }) => {
  const said = words.toDoHere(site)
  return said ? (
    <p class="today-urgent">
      <a class="tall" href={`/demandes?lieu=${site.id}`}>
        {said}
        <span class="for-readers">{words.of(site.name)}</span>
      </a>
    </p>
  ) : null
}

/** One site is open; of several, each has its line, and opens. */
const Sites = ({ sites, ...props }: SitesProps) => {
  const [first] = sites
  if (sites.length === 1 && first) return <SiteToday site={first} {...props} isInner={false} />
  return (
    <ul class="plain today-sites">
      {sites.map((site) => (
        <li key={site.id}>
          <details>
            <Summary site={site} />
            <SiteToday site={site} {...props} isInner />
          </details>
          <Urgent site={site} />
        </li>
      ))}
    </ul>
  )
}

const Freshness = ({ at, isLate, isPaused, refresh, pause }: Fresh) => {
  // Only an answer that was asked for is read out.
  const [said, setSaid] = useState<string>()
  useAnnouncement(said)
  const reread = async () => {
    setSaid(undefined)
    setSaid((await refresh()) ? words.reread : words.late(at))
  }
  return (
    <p class="soft place-links today-fresh">
      <span>{isLate ? words.late(at) : words.seenAt(at)}</span>
      <button class="link" type="button" onClick={reread}>
        {words.again}
      </button>
      <button class="link" type="button" onClick={pause}>
        {isPaused ? words.resume : words.pause}
      </button>
    </p>
  )
}

/** A right that names no single site leads to the page where one is chosen. */
const NoSite = ({ self }: { self: SelfView }) => (
  <>
    <p class="lead">{words.wide}</p>
    <p class="actions actions-row">
      {isOfStaff(self, STAFF_PAGES.telephone) && (
        <a class="button" href="/telephone">
          {words.telephone}
        </a>
      )}
      <a class={isOfStaff(self, STAFF_PAGES.telephone) ? 'button quiet' : 'button'} href="/equipe">
        {words.findPlace}
      </a>
    </p>
  </>
)

type TodayProps = { readonly today: TodayView; readonly self: SelfView; readonly onEnded: () => void }

const Today = ({ today: first, self, onEnded }: TodayProps) => {
  const fresh = useFresh(first, onEnded)
  const { sites, sittings, isAll } = fresh.today
  const date = sites[0]?.today ?? localToday()
  return (
    <>
      <StaffNav site={onlySiteOf(self)} self={self} />
      <div class="stack">
        <h1 class="today-title">{words.title(dayWords(date))}</h1>
        <Sittings sittings={sittings} />
        {sites.length > 0 ? (
          <Sites sites={sites} self={self} onDone={fresh.refresh} />
        ) : (
          <NoSite self={self} />
        )}
        {!isAll && (
          <p>
            {words.others}{' '}
            <a class="tall" href="/equipe">
              {words.allPlaces}
            </a>
          </p>
        )}
        {sites.length > 0 && (
          <>
            <AskedPattern />
            <Freshness {...fresh} />
          </>
        )}
      </div>
    </>
  )
}

const NotOpen = ({ self }: { self: SelfView }) => (
  <div class="stack">
    <h1>{words.page}</h1>
    {isOfStaff(self, STAFF_PAGES.equipe) ? (
      <SignInLink lead={staff.secondFactor} words={staff.signIn} />
    ) : (
      <p class="lead">{words.noRight}</p>
    )}
  </div>
)

const Refused = (props: RefusedProps) =>
  props.problem.code === 'signed-out' ? (
    <SignInLink lead={words.signedOut} words={staff.signIn} />
  ) : (
    <Unread {...props} />
  )

const View = ({ query }: ViewProps) => {
  const read = useAnswer(query && 'today', () => both(todayApi.read(), api.readMe()))
  return (
    <LoadedPage title={words.page} from={read} refused={Refused}>
      {([today, self]) =>
        self.secondFactor && isOfStaff(self, STAFF_PAGES.equipe) ? (
          <Today today={today} self={self} onEnded={read.again} />
        ) : (
          <NotOpen self={self} />
        )
      }
    </LoadedPage>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
