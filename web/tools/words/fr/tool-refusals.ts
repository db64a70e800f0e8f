import type { Refusals } from '../../../kit/words/fr/refusals.ts'

export const toolRefusals = {
  'role-unfit': {
    title: 'Cette clé n’est pas possible ici',
    says: () => 'Choisissez ce que l’outil pourra faire.',
    remedy: 'correct',
  },
  'too-many-api-keys': {
    title: 'Il y a déjà beaucoup de clés ici',
    says: () => 'Retirez-en une qui ne sert plus, puis recommencez.',
    remedy: 'correct',
  },
} as const satisfies Refusals
