import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/known.ts'

export const known = {
  next: 'Your next booking',
  last: 'Same as last time',
  again: 'Same as last time',
  againWhen: (weekday, hours, place) => `${weekday}, ${hours}, ${place}`,
  searching: 'Looking for the next free day…',
  noneFree: 'Nothing free at that time in the next four weeks.',
  choose: 'Choose another time',
  places: 'Your places',
  starred: 'kept',
  star: 'Keep this place',
  unstar: 'Stop keeping this place',
  givenUp: (place) => `Six places kept at most: ${place} no longer is.`,
  forget: 'Forget these places',
  forgotten: 'They are forgotten.',
} satisfies Translation<typeof fr.known>
