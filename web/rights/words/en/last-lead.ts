import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/last-lead.ts'

export const lastLead = {
  title: 'The association needs somebody to represent it',
  says: () => 'Give that role to another person first.',
  remedy: 'correct',
} satisfies Translation<typeof fr.lastLead>
