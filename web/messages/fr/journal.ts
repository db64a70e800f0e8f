import type { ActView } from '../../../shared/contracts/audit-views.ts'
import { dayWords, momentWords } from '../../time-words.ts'

type Said = { readonly of: string; readonly booking: string; readonly about: string }

/** What was done, after who did it. */
const EFFECTS = {
  booked: ({ of, booking }: Said) => `a réservé${of} ${booking}`,
  moved: ({ of, booking }: Said) => `a déplacé la réservation ${booking}${of}`,
  requested: ({ of, booking }: Said) => `a demandé la réservation ${booking}${of}`,
  offered: ({ of, booking }: Said) => `a proposé la place ${booking}${of}`,
  confirmed: ({ of, booking }: Said) => `a confirmé la réservation ${booking}${of}`,
  attended: ({ of, booking }: Said) => `a noté une présence, réservation ${booking}${of}`,
  'no-show': ({ of, booking }: Said) => `a noté une absence, réservation ${booking}${of}`,
  cancelled: ({ of, booking }: Said) => `a annulé la réservation ${booking}${of}`,
  waited: ({ of }: Said) => `a mis en attente une demande${of}`,
  left: ({ of }: Said) => `a retiré une attente${of}`,
  admitted: ({ of }: Said) => `a donné une adhésion${of}`,
  withdrawn: ({ of }: Said) => `a retiré une adhésion${of}`,
  closed: () => 'a fermé le lieu ou une partie',
  reopened: () => 'a rouvert ce qui était fermé',
  planned: ({ of }: Said) => `a prévu un atelier${of}`,
  'called-off': ({ of }: Said) => `a annulé un atelier${of}`,
  'codes-read': ({ about }: Said) => `a lu les codes de porte du ${dayWords(about)}`,
  'codes-typed': ({ about }: Said) => `a tapé les codes de porte du ${dayWords(about)}`,
} as const satisfies Record<ActView['effect'], (said: Said) => string>

const NOBODY = 'Quelqu’un dont le compte est supprimé'
const RULE = 'Le service, de lui-même,'

export const journal = {
  page: 'Journal',
  title: 'Le journal du lieu',
  lead: 'Ce que l’équipe ou le service a fait pour d’autres, le plus récent d’abord. Gardé vingt-quatre mois.',
  none: 'Rien ces trente derniers jours.',
  more: 'Voir plus loin',
  when: ({ at }: Pick<ActView, 'at'>): string => momentWords(at),
  sentence: ({ by, system, effect, reference, holder, about }: ActView): string => {
    const said = { of: holder ? ` (pour ${holder})` : '', booking: reference ?? '', about }
    return `${system ? RULE : (by ?? NOBODY)} ${EFFECTS[effect](said)}.`
  },
} as const
