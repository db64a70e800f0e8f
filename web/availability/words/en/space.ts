import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/space.ts'

export const spaceWords = {
  nothing: 'Nothing to book here yet. Ask at the post office counter, or call 3631.',
  holiday: 'public holiday',
} satisfies Translation<typeof fr.spaceWords>
