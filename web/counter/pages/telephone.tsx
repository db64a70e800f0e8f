import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import { api } from '../../kit/api-client.ts'
import { Loaded, LoadedPage, type RefusedProps } from '../../kit/loaded.tsx'
import { Unread } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { SignInLink } from '../../kit/sign-in-link.tsx'
import { useAnswer } from '../../kit/use-answer.ts'
import { isOfStaff } from '../../staff/may-at.ts'
import { onlySiteOf } from '../../staff/nav-entries.ts'
import { StaffNav } from '../../staff/staff-nav.tsx'
import { STAFF_PAGES } from '../../staff/staff-pages.ts'
import { staff } from '../../staff/words/fr/staff.ts'
import { BookingToFind } from '../booking-to-find.tsx'
import { Calls } from '../calls.tsx'
import { SiteToBook } from '../site-to-book.tsx'
import { staffApi } from '../staff-client.ts'
import { telephone as words } from '../words/fr/telephone.ts'

const CallsToMake = () => (
  <Loaded from={useAnswer('calls', () => staffApi.listCallsByPhone())}>
    {({ calls, isAll }) =>
      calls.length === 0 ? (
        <p>{words.noCalls}</p>
      ) : (
        <div class="stack">
          <Calls calls={calls} />
          {!isAll && <p>{words.moreCalls}</p>}
        </div>
      )
    }
  </Loaded>
)

const Refused = (props: RefusedProps) =>
  props.problem.code === 'signed-out' ? (
    <SignInLink lead={words.signedOut} words={staff.signIn} />
  ) : (
    <Unread {...props} />
  )

const Telephone = ({ self }: { self: SelfView }) => {
  if (!isOfStaff(self, STAFF_PAGES.telephone)) return <p class="lead">{words.noRight}</p>
  if (!self.secondFactor) return <SignInLink lead={staff.secondFactor} words={staff.signIn} />
  return (
    <div class="split">
      <div class="stack">
        <SiteToBook self={self} />
        <BookingToFind />
      </div>
      <CallsToMake />
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <LoadedPage title={words.title} from={useAnswer(query && 'me', () => api.readMe())} refused={Refused}>
    {(self) => (
      <>
        <StaffNav site={onlySiteOf(self)} self={self} />
        <div class="stack">
          <h1>{words.title}</h1>
          <Telephone self={self} />
        </div>
      </>
    )}
  </LoadedPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
