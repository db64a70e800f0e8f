import type { CancellationCause } from '../../../../../shared/domain/booking.ts'
import type { LocalDate } from '../../../../../shared/domain/local-date.ts'
import { dateWords, minuteWords } from '../../../../use-cases/words/fr/time-words.ts'

const NAMES = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

const WHY: Partial<Record<CancellationCause, string>> = {
  closure: 'le lieu sera fermé',
  'hours-changed': 'les horaires du lieu ont changé',
  'lending-changed': 'l’espace n’est plus prêté ainsi',
  'workshop-cancelled': 'l’atelier n’aura pas lieu',
  'handed-over': 'quelqu’un d’autre anime cet atelier',
  'workshop-moved': 'l’atelier a changé d’heure, et vous avez déjà une réservation à cette heure-là',
}

/** The facts of a booking, a line each. */
const facts = {
  association: (name: string): string => `Pour l’association ${name}`,
  workshop: (title: string): string => `Atelier : ${title}`,
  appointment: (title: string): string => `Rendez-vous : ${title}`,
  when: (when: string): string => `Le ${when}`,
  phone: (phone: string): string => `Téléphone : ${phone}`,
  reference: (reference: string): string => `Référence : ${reference}`,
}

/** For somebody who needs the post office, whose counter is closed as well. */
const counter = {
  open: (until: number, away: string): string =>
    `Besoin de la poste ? À cette heure-là, le guichet le plus proche sera ouvert jusqu’à ${minuteWords(until)}${away} :`,
  opens: (date: LocalDate, at: number, away: string): string =>
    `Besoin de la poste ? Le guichet le plus proche ouvrira le ${dateWords(date)} à ${minuteWords(at)}${away} :`,
}

const SEE = 'Voir ou annuler ma réservation'

export const bookings = {
  facts,
  counter,
  why: WHY,
  whyOfAppointments: 'les rendez-vous de ce jour-là n’auront pas lieu',
  note: (note: string): string => `Le mot du lieu : ${note}`,
  near: ', à moins de 1 km',
  away: (km: number): string => `, à ${km} km à vol d’oiseau`,
  claim: (opens: string, closes: string): string =>
    `En arrivant, entre ${opens} et ${closes}, dites-le sur la page de la réservation ou au guichet : sinon, la place est rendue.`,
  offered: {
    title: 'Une place est libre pour vous',
    says: 'La place que vous attendiez est libre. Elle vous est gardée.',
    answer: (moment: string): string => `Répondez avant ${moment}. Ensuite, elle va à la personne suivante.`,
    action: 'Répondre',
  },
  replaced: {
    title: 'Votre réservation change',
    cancelled: (when: string): string => `Votre place du ${when}, est annulée.`,
    cancelledBecause: (when: string, why: string): string => `Votre place du ${when}, est annulée : ${why}.`,
    kept: (away: string): string =>
      `Nous vous en gardons une autre${away}, ci-dessous : à vous de dire si elle vous convient.`,
  },
  accepted: {
    title: 'C’est accepté',
    says: 'Le lieu a accepté votre demande : c’est réservé.',
    action: SEE,
  },
  confirmed: { title: 'C’est réservé', says: 'Votre réservation est confirmée.', action: SEE },
  /** To who has the room of a workshop, or its time beside somebody else. */
  leading: {
    title: 'Vous animez',
    says: (names: readonly string[]): string =>
      names.length > 1
        ? `Vous serez plusieurs à animer : ${NAMES.format(names)}.`
        : 'Personne d’autre n’anime avec vous.',
    action: 'Voir ma réservation',
  },
  noLongerWaiting: 'Vous n’êtes plus sur la liste d’attente : vous avez votre place.',
  movedByStaff: {
    title: 'Votre réservation est déplacée',
    says: 'Le lieu a déplacé votre réservation.',
    before: (when: string): string => `Avant : ${when}.`,
    beforeIn: (when: string, space: string): string => `Avant : ${when} (${space}).`,
    awaited: (moment: string, counts: string): string =>
      `Le lieu doit encore l’accepter, avant ${moment}. ${counts} En attendant, la place vous est gardée.`,
    now: 'Voici quand et où elle est maintenant :',
    action: 'Voir, déplacer ou annuler',
  },
  requested: {
    title: 'Demande envoyée',
    says: 'Votre demande est envoyée au lieu. En attendant, la place vous est gardée.',
    answer: (moment: string, counts: string): string => `Vous aurez la réponse avant ${moment}. ${counts}`,
    action: 'Voir ou retirer ma demande',
  },
  moved: {
    title: 'C’est déplacé',
    says: 'Votre réservation est déplacée. Voici quand et où elle est maintenant.',
    action: SEE,
  },
  seatReturned: {
    title: 'Une place est rendue',
    says: 'Une de vos deux places est rendue : elle servira à quelqu’un d’autre. L’autre vous est gardée :',
    action: 'Voir ou rendre ma place',
  },
  reminder: {
    title: 'Rappel',
    says: {
      'reminder-two-days': 'Vous avez bientôt une réservation. Voici quand et où.',
      'reminder-morning': 'Vous avez une réservation aujourd’hui. Voici quand et où.',
    },
    cancel: 'Vous ne venez plus ? Annulez : la place servira à quelqu’un d’autre.',
    action: SEE,
    stop: 'Ne plus recevoir de rappels, ou changer de langue',
  },
  noShow: {
    title: 'Place rendue',
    says: 'Personne n’a dit que vous étiez arrivé : la place est rendue.',
    mended: 'Vous étiez là ? Dites-le à l’agent, au guichet : il peut le corriger.',
    action: 'Voir la réservation',
  },
}
