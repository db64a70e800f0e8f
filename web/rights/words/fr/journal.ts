import type { AuditEntryView } from '../../../../shared/contracts/audit-views.ts'
import type { KeyRole } from '../../../../shared/domain/key-role.ts'
import type { Role } from '../../../../shared/domain/rights.ts'
import { dayAndYearWords, dayWords, momentWords } from '../../../kit/words/fr/time-words.ts'
import { scopeWords } from './rights.ts'

type Said = {
  readonly of: string
  readonly booking: string
  readonly about: string
  readonly to: string
  readonly right: string
  readonly account: string
  readonly tool: string
}

/** What was done, after who did it. */
const EFFECTS = {
  booked: ({ of, booking }: Said) => `a réservé${of} ${booking}`,
  moved: ({ of, booking }: Said) => `a déplacé la réservation ${booking}${of}`,
  requested: ({ of, booking }: Said) => `a demandé la réservation ${booking}${of}`,
  offered: ({ of, booking }: Said) => `a proposé la place ${booking}${of}`,
  confirmed: ({ of, booking }: Said) => `a confirmé la réservation ${booking}${of}`,
  attended: ({ of, booking }: Said) => `a noté une présence, réservation ${booking}${of}`,
  'no-show': ({ of, booking }: Said) => `a noté une absence, réservation ${booking}${of}`,
  excused: ({ of, booking }: Said) => `a noté une absence excusée, réservation ${booking}${of}`,
  cancelled: ({ of, booking }: Said) => `a annulé la réservation ${booking}${of}`,
  'seat-returned': ({ of, booking }: Said) => `a rendu une des deux places de la réservation ${booking}${of}`,
  waited: ({ of }: Said) => `a mis en attente une demande${of}`,
  'wait-changed': ({ of }: Said) => `a changé pour qui est une demande en attente${of}`,
  left: ({ of }: Said) => `a retiré une attente${of}`,
  called: ({ to }: Said) => `a noté un appel${to}`,
  admitted: ({ of }: Said) => `a donné une adhésion${of}`,
  withdrawn: ({ of }: Said) => `a retiré une adhésion${of}`,
  closed: () => 'a fermé le lieu ou une partie',
  reopened: () => 'a rouvert ce qui était fermé',
  planned: ({ of }: Said) => `a prévu un atelier ou une permanence${of}`,
  'called-off': ({ of }: Said) => `a annulé un atelier ou une permanence${of}`,
  counted: () => 'a compté des personnes venues sans inscription',
  edited: ({ of }: Said) => `a changé un atelier ou une permanence${of}`,
  invited: ({ right }: Said) => `a envoyé une invitation${right}`,
  uninvited: ({ right }: Said) => `a retiré une invitation${right}`,
  joined: ({ right }: Said) => `a accepté une invitation${right}`,
  appointed: ({ to, right }: Said) => `a donné un autre rôle${to}${right}`,
  revoked: ({ to, right }: Said) => `a retiré un droit${to}${right}`,
  resigned: ({ right }: Said) => `a rendu son droit${right}`,
  founded: () => 'a inscrit l’association',
  renamed: () => 'a changé le nom de l’association',
  accepted: ({ of }: Said) => `a accepté le règlement du lieu${of}`,
  disabled: ({ account }: Said) => `a fermé ${account}`,
  enabled: ({ account }: Said) => `a rouvert ${account}`,
  'codes-read': ({ about }: Said) => `a lu les codes de porte du ${dayWords(about)}`,
  described: () => 'a dit à qui sont les locaux et qui tient le lieu',
  agreed: () => 'a donné l’accord du propriétaire pour un espace prêté',
  disagreed: () => 'a retiré l’accord du propriétaire pour un espace prêté',
  'tool-linked': () => 'a relié un outil aux annonces',
  'tool-unlinked': () => 'a retiré un outil des annonces',
  'tool-resumed': () => 'a repris les annonces d’un outil',
  'secret-replaced': () => 'a remplacé le secret d’un outil',
  replayed: () => 'a renvoyé des annonces à un outil',
  'codes-typed': ({ about }: Said) => `a tapé les codes de porte du ${dayWords(about)}`,
  'calendar-followed': () => 'a relié un autre agenda à un espace prêté',
  'calendar-ended': () => 'a retiré l’autre agenda d’un espace prêté',
  'key-made': ({ tool }: Said) => `a créé la clé de ${tool}`,
  'key-revoked': ({ tool }: Said) => `a retiré la clé de ${tool}`,
  'key-out': ({ to, booking }: Said) => `a remis la clé${to}, réservation ${booking}`,
  'key-back': ({ of, booking }: Said) => `a repris la clé${of}, réservation ${booking}`,
} as const satisfies Record<AuditEntryView['effect'], (said: Said) => string>

/** The role in which something was done, after a name. */
const AS = {
  agent: 'agent',
  phone: 'par téléphone',
  mediator: 'médiation numérique',
  manager: 'responsable',
  owner: 'mairie',
  coordinator: 'département',
  network: 'réseau',
  member: 'membre de l’association',
  lead: 'représente l’association',
  reader: 'outil relié',
  writer: 'outil relié',
} as const satisfies Record<Role | KeyRole, string>

/** The right that something was done to. */
const RIGHTS = {
  ...AS,
  phone: 'accueil par téléphone',
  member: 'membre',
  lead: 'représentant',
} as const satisfies Record<Role, string>

const NOBODY = 'Quelqu’un dont nous n’avons pas ou plus le nom'
const RULE = 'Le service, de lui-même,'
const OPERATOR = 'L’équipe technique du service'

const doerOf = ({ by = NOBODY, as, system, operator }: AuditEntryView, here: string): string => {
  if (system || operator) return system ? RULE : OPERATOR
  if (!as) return by
  const isWide = as.scope !== here && !as.scope.startsWith('association:') && !as.scope.startsWith('site:')
  return `${by} (${AS[as.role]}${isWide ? `, ${scopeWords(as.scope, undefined).toLocaleLowerCase('fr-FR')}` : ''})`
}

export const journal = {
  page: 'Journal',
  title: 'Le journal',
  titleOfSite: 'Le journal du lieu',
  lead: 'Ce qui a été fait pour d’autres, et les droits donnés ou retirés, le plus récent d’abord. Gardé vingt-quatre mois.',
  period: 'Choisir une autre période',
  from: 'Du',
  to: 'Au',
  see: 'Voir cette période',
  wrongOrder: 'Choisissez une fin qui vient après le début.',
  shown: (from: string, to: string): string =>
    from === to ? `Le ${dayAndYearWords(from)}` : `Du ${dayAndYearWords(from)} au ${dayAndYearWords(to)}`,
  none: 'Rien dans cette période.',
  more: 'Voir plus loin',
  backToSites: 'Mes lieux',
  backToAssociation: 'Revenir à l’association',
  notSeen: 'Cette page est pour ceux qui représentent l’association.',
  /** With the year, unless it is that of the last date shown. */
  when: ({ at }: Pick<AuditEntryView, 'at'>, until: string | undefined): string => momentWords(at, until),
  /** `here` is the scope whose journal it is. */
  sentence: (act: AuditEntryView, here: string): string => {
    const { effect, reference, holder, role, about } = act
    const said = {
      of: holder ? ` (pour ${holder})` : '',
      to: holder ? ` à ${holder}` : '',
      right: role ? ` (${RIGHTS[role]})` : '',
      booking: reference ?? '',
      about,
      tool: holder ? `l’outil « ${holder} »` : 'un outil',
      account: holder ? `un compte (${holder})` : 'un compte',
    }
    return `${doerOf(act, here)} ${EFFECTS[effect](said)}.`
  },
} as const
