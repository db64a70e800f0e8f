import type { LoadView } from '../../../../shared/contracts/planning-views.ts'
import { ribbonWords } from '../../../kit/words/fr/ribbon.ts'
import { shortRangeWords } from '../../../kit/words/fr/time-words.ts'

/** How full a space is. */
export const load = {
  kinds: { ...ribbonWords, asked: 'attend une réponse' },
  hours: ({ start, end }: LoadView) => shortRangeWords(start, end),
  taken: ({ taken, held }: LoadView, capacity: number) => {
    const said = taken >= capacity ? 'complet' : `${taken} sur ${capacity}`
    if (held === 0) return said
    return held < taken
      ? `${said}, dont ${held} en attente d’une réponse`
      : `${said}, en attente d’une réponse`
  },
} as const
