import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { dayAndYearWords } from '../../../kit/words/fr/time-words.ts'
import { actNotAllowed } from '../../../staff/words/fr/act-not-allowed.ts'

export const premises = {
  page: 'Les locaux',
  title: 'Les locaux de ce lieu',
  lead: 'À qui sont les locaux, qui tient le lieu, selon quelle convention.',
  seen: 'Tout le monde lit à qui sont les locaux et qui tient le lieu. La convention n’est montrée qu’aux équipes.',
  owner: 'À qui sont les locaux (facultatif)',
  ownerHint: 'Par exemple : la commune de Montmirail.',
  operator: 'Qui tient le lieu (facultatif)',
  operatorHint: 'Par exemple : La Poste, une association, une coopérative.',
  agreement: 'Convention (facultatif)',
  agreementHint: 'Son nom ou son numéro.',
  agreementMissing: 'Écrivez le nom de la convention qui finit ce jour-là.',
  until: 'Dernier jour de la convention (facultatif)',
  save: 'Enregistrer',
  working: 'Un instant…',
  saved: 'C’est enregistré.',
  unknown: 'pas encore dit',
  facts: { owner: 'Les locaux', operator: 'Le lieu est tenu par', agreement: 'Convention' },
  parent: 'Rattaché à',
  agreementWords: ({ name, until }: { name: string; until?: string | undefined }, today: string) => {
    if (!until) return `${name}, sans date de fin`
    return until < today
      ? `${name}, finie depuis le ${dayAndYearWords(until)}`
      : `${name}, jusqu’au ${dayAndYearWords(until)}`
  },
} as const

export const premisesRefusals = {
  'not-found': actNotAllowed,
  changed: {
    title: 'Quelqu’un d’autre vient de changer cette page',
    says: () => 'Relisez-la, puis refaites votre changement.',
    remedy: 'again',
  },
} as const satisfies Refusals
