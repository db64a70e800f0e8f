import type { Refusal } from '../../../kit/words/fr/refusals.ts'

/** A right may end while its page is open. */
export const actNotAllowed = {
  title: 'Vous ne pouvez plus faire cela',
  says: () =>
    'Rien n’a été fait : votre droit dans ce lieu a pris fin, ou ce que vous cherchez n’existe plus. Demandez à son responsable.',
  remedy: 'choose',
} as const satisfies Refusal
