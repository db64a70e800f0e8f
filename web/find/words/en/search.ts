import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/search.ts'

export const search = {
  field: 'Your town, village or postcode',
  fieldMissing: 'Enter the name of your town or village, or its postcode.',
  submit: 'See what is free',
  aroundMe: 'Near me',
  locating: 'Finding out where you are…',
  notLocated:
    'Your device is not telling us where you are. Never mind: enter your town or village, or its postcode.',
} satisfies Translation<typeof fr.search>
