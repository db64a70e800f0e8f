import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/time-remedies.ts'

export const timeRemedies = {
  choose: 'Choose other times',
  'sign-in': 'Give my name and email address',
  accept: 'Read the house rules',
} satisfies Translation<typeof fr.timeRemedies>
