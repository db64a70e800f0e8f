import type { SelfView } from '../../shared/contracts/auth-views.ts'
import type { StaffRole } from '../../shared/domain/rights.ts'
import type { RefusedProps } from '../kit/loaded.tsx'
import { Unread } from '../kit/notice/refusal.tsx'
import { SignInLink } from '../kit/sign-in-link.tsx'
import { isOfStaff } from '../staff/may-at.ts'
import { staff } from '../staff/words/fr/staff.ts'
import { myWeek as words } from './words/fr/my-week.ts'

type NotOpenProps = {
  readonly self: SelfView
  readonly title: string
  readonly roles: readonly StaffRole[]
}

/** A page of mediators, for people without the right or the second factor. */
export const NotOpen = ({ self, title, roles }: NotOpenProps) => (
  <div class="stack">
    <h1>{title}</h1>
    {isOfStaff(self, roles) ? (
      <SignInLink lead={staff.secondFactor} words={staff.signIn} />
    ) : (
      <p class="lead">{words.noRight}</p>
    )}
  </div>
)

export const MediatorRefused = (props: RefusedProps) =>
  props.problem.code === 'signed-out' ? (
    <SignInLink lead={words.signedOut} words={staff.signIn} />
  ) : (
    <Unread {...props} />
  )
