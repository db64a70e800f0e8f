import type { Translation } from '../../../../shared/domain/language.ts'
import { signInRefusals } from '../../../people/words/en/sign-in-refusals.ts'
import type * as fr from '../fr/own-refusals.ts'

export const ownRefusals = {
  ...signInRefusals,
  'last-lead': {
    title: 'You are the only one who represents an association',
    says: () =>
      'Give that role to somebody else on the page of the association, from “My bookings”, then try again.',
    remedy: 'mine',
  },
  'workshops-ahead': {
    title: 'You still have workshops to run',
    says: () => 'People are counting on them. Cancel them or hand them to a colleague, then try again.',
    remedy: 'mine',
  },
} satisfies Translation<typeof fr.ownRefusals>
