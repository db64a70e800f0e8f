import type { Translation } from '../../../../shared/domain/language.ts'
import { lastLead } from '../../../rights/words/en/last-lead.ts'
import type * as fr from '../fr/association-refusals.ts'

export const associationRefusals = {
  'association-known': {
    title: 'This association is already registered here',
    says: () =>
      'Ask somebody who represents it for an invitation. If nobody knows who that is, ask the post office.',
    remedy: 'correct',
  },
  'too-many-associations': {
    title: 'You are already in twenty associations',
    says: () => 'Leave one of them first.',
    remedy: 'correct',
  },
  'last-lead': lastLead,
} satisfies Translation<typeof fr.associationRefusals>
