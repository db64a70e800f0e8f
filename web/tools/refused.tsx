import type { RefusedProps } from '../kit/loaded.tsx'
import { Unread } from '../kit/notice/refusal.tsx'
import { SignInLink } from '../kit/sign-in-link.tsx'
import { StaffRefused } from '../staff/staff-page.tsx'
import { staff } from '../staff/words/fr/staff.ts'
import { tools as words } from './words/fr/tools.ts'

/** A lead of an association is not staff. */
const LeadRefused = ({ problem, again }: RefusedProps) => {
  if (problem.code === 'signed-out') return <SignInLink lead={words.leadSignedOut} words={staff.signIn} />
  if (problem.code !== 'not-found' && problem.code !== 'invalid')
    return <Unread problem={problem} again={again} />
  return (
    <>
      <p class="lead">{words.notLead}</p>
      <p>
        <a class="button" href="/mes-associations">
          {words.associations}
        </a>
      </p>
    </>
  )
}

export const refusedIn = (scope: string) => (scope.startsWith('association:') ? LeadRefused : StaffRefused)
