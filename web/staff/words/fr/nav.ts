import type { NavName } from '../../nav-entries.ts'
import { staff } from './staff.ts'

export const nav = {
  label: 'Les pages de travail',
  more: 'Plus',
  pages: {
    ...staff.pages,
    'aujourd-hui': 'Aujourd’hui',
    planning: 'Semaine',
    guichet: 'Guichet',
    telephone: 'Téléphone',
    'ma-semaine': 'Ma semaine',
    equipe: staff.places,
  } satisfies Record<NavName, string>,
} as const
