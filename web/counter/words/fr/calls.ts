import type { CallView } from '../../../../shared/contracts/call-views.ts'
import type { Refusals } from '../../../kit/words/fr/refusals.ts'

type Cause = NonNullable<CallView['cause']>

const CANCELLED = {
  holder: 'Sa réservation est annulée.',
  declined: 'Sa réservation est annulée.',
  staff: 'Le lieu a annulé sa réservation.',
  closure: 'Sa réservation est annulée : le lieu est fermé ce jour-là.',
  'hours-changed': 'Sa réservation est annulée : les horaires du lieu ont changé.',
  'lending-changed': 'Sa réservation est annulée : l’espace n’est plus prêté ainsi.',
  'workshop-cancelled': 'Son atelier est annulé.',
  'handed-over': 'Quelqu’un d’autre anime cet atelier.',
  'workshop-moved':
    'Son atelier a changé d’heure, et cette personne a déjà une réservation à cette heure-là : sa place n’est plus gardée.',
  'not-approved': 'Sa demande n’est pas acceptée.',
  lapsed: 'La réponse n’est pas venue à temps : la place n’est plus gardée.',
} as const satisfies Record<Cause, string>

const NEWS = {
  requested: 'Sa réservation est déplacée. Le lieu doit encore l’accepter.',
  offered: 'Une place est gardée pour cette personne.',
  confirmed: 'Sa demande est acceptée.',
  'no-show': 'Une absence est notée : la place est rendue.',
  cancelled: CANCELLED.holder,
  moved: 'Sa réservation est déplacée. Voici où elle est maintenant.',
  'seat-returned': 'Une de ses deux places est rendue, l’autre est gardée.',
  'workshop-changed': 'Son atelier change. Voici comment il est maintenant.',
  admitted: 'Cette personne est maintenant membre ou abonnée : elle réserve à d’autres heures.',
  withdrawn: 'Son adhésion a pris fin. Les réservations déjà faites restent.',
  'wait-ended': 'L’atelier, dont une place était attendue, est annulé.',
  unreached: 'Nos messages ne lui arrivent plus. Voici sa réservation, comme elle est maintenant.',
} as const satisfies Record<CallView['news'], string>

/** Of a permanence, the people, the hours and the room stay. */
const OF_APPOINTMENT: Partial<Record<CallView['news'] | Cause, string>> = {
  'workshop-cancelled': 'Son rendez-vous est annulé.',
  'workshop-changed':
    'La permanence change de nom, ou quelqu’un d’autre la tient. Les heures restent les mêmes.',
  'wait-ended': 'Les rendez-vous, dont un était attendu, sont annulés.',
}

type Told = Pick<CallView, 'news' | 'cause' | 'isAppointment'>

export const calls = {
  title: 'Personnes à appeler',
  lead: 'Ces personnes n’ont pas d’e-mail, ou nos messages ne leur arrivent plus. Appelez-les, puis notez l’appel : il reste ici jusque-là.',
  call: (phone: string) => `Appeler le ${phone}`,
  noPhone: 'Pas de téléphone connu : dites-le à sa venue.',
  says: ({ news, cause, isAppointment }: Told): string => {
    const ofAppointment = isAppointment && OF_APPOINTMENT[(news === 'cancelled' && cause) || news]
    return ofAppointment || (news === 'cancelled' && cause ? CANCELLED[cause] : NEWS[news])
  },
  /** What is lost, and where, before another place is offered. */
  lost: ({ cause = 'holder', place }: NonNullable<CallView['instead']>): string =>
    `${CANCELLED[cause]} Lieu : ${place}.`,
  instead: 'Une autre place est gardée, à la même heure :',
  note: (note: string) => `Le motif : ${note}`,
  until: (moment: string) => `Gardée jusqu’au ${moment}.`,
  made: 'Noter l’appel',
  madeUnanswered: 'Noter l’appel, sans réponse',
  reread: 'Relire la liste',
  working: 'Nous notons…',
  noted: 'Appel noté.',
  elsewhere: (site: string) => `C’est ${site} qui appelle, et qui note la réponse.`,
} as const

export const callRefusals = {
  'call-changed': {
    title: 'Il y a du nouveau à dire',
    says: () => 'La réservation vient de changer. Relisez la liste : l’appel y est encore.',
    remedy: 'choose',
  },
  'not-found': {
    title: 'Cet appel n’est plus à faire',
    says: () => 'Une réponse a été notée, ou vous n’avez plus ce droit ici. Relisez la liste.',
    remedy: 'choose',
  },
} as const satisfies Refusals
