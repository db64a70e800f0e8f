import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { dayAndYearWords } from '../../../kit/words/fr/time-words.ts'
import { actNotAllowed } from '../../../staff/words/fr/act-not-allowed.ts'

type Said = { readonly agreedOn?: string | undefined; readonly until?: string | undefined }

export const ownerConsent = {
  title: 'L’accord du propriétaire',
  lead: 'Un espace reste prêté tant que le propriétaire n’a pas répondu. S’il dit non, il ne l’est plus, et les personnes qui ont réservé sont prévenues.',
  noSpace: 'Aucun espace n’est prêté ici.',
  said: ({ agreedOn, until }: Said, today: string): string => {
    if (!agreedOn) return 'Le propriétaire n’a pas encore répondu.'
    if (until === undefined) return `Le propriétaire est d’accord depuis le ${dayAndYearWords(agreedOn)}.`
    return until < today
      ? `Le propriétaire n’est plus d’accord depuis le ${dayAndYearWords(agreedOn)}.`
      : `Le propriétaire est d’accord jusqu’au ${dayAndYearWords(until)} compris, pas après.`
  },
  agree: 'Donner mon accord',
  disagree: ({ agreedOn }: Said): string => (agreedOn ? 'Retirer mon accord' : 'Refuser ce prêt'),
  of: (space: string) => ` : ${space}`,
  from: 'Premier jour où il n’est plus prêté',
  fromWrong: 'Choisissez un jour à venir.',
  reason: 'Pourquoi',
  reasonHint: 'Les personnes qui ont réservé le liront.',
  reasonMissing: 'Dites pourquoi en quelques mots.',
  touches: (count: number): string =>
    count === 1
      ? 'Une réservation tombe après ce jour. Nous proposerons un autre lieu si nous en trouvons un, sinon elle est annulée. La personne est prévenue.'
      : `${count} réservations tombent après ce jour. Nous proposerons un autre lieu à chacune si nous en trouvons un, sinon elle est annulée. Tout le monde est prévenu.`,
  never: 'Ne rien changer',
  agreed: (space: string) =>
    `C’est noté : vous êtes d’accord pour prêter ${space}. Le responsable est prévenu.`,
  disagreed: (space: string) =>
    `C’est noté : ${space} ne sera plus prêté. Le responsable et les personnes concernées sont prévenus.`,
} as const

export const consentRefusals = {
  'not-found': actNotAllowed,
  changed: {
    title: 'Quelqu’un d’autre vient de changer cet espace',
    says: () => 'Relisez la page, puis dites de nouveau ce que vous en pensez.',
    remedy: 'again',
  },
  'touches-bookings': {
    title: 'Des personnes ont déjà réservé',
    says: () => 'Lisez ci-dessous ce que deviennent leurs réservations, puis confirmez.',
    remedy: 'correct',
  },
  'notice-too-short': {
    title: 'Ce jour est trop proche',
    says: ({ earliestDate }) =>
      typeof earliestDate === 'string'
        ? `Il faut prévenir à l’avance : choisissez le ${dayAndYearWords(earliestDate)}, ou après. Pour un jour d’urgence, fermez le lieu.`
        : 'Choisissez un jour plus lointain.',
    remedy: 'correct',
  },
} as const satisfies Refusals
