import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/ribbon.ts'

export const ribbonWords = {
  free: 'free',
  open: 'taken or past',
  counter: 'counter open',
  shut: 'closed',
} satisfies Translation<typeof fr.ribbonWords>
