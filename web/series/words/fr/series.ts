import { dayWords } from '../../../kit/words/fr/time-words.ts'

export const series = {
  page: 'Votre série',
  title: 'Votre série',
  calendar: 'Ajouter ces dates à mon agenda',
  booked: (count: number) =>
    count > 1 ? `${count} dates réservées` : count === 1 ? 'Une date réservée' : 'Aucune date',
  asked: (count: number) => (count > 1 ? `${count} dates demandées` : 'Une date demandée'),
  askedLead: 'Le lieu répond pour chaque date, et nous vous écrivons. En attendant, elles vous sont gardées.',
  laterDates: (count: number) => (count > 1 ? `Les ${count} dates suivantes` : 'La date suivante'),
  unfinished:
    'Toutes les dates ne sont pas encore réservées. Refaites la même demande : rien ne sera pris deux fois.',
  rolling: (until: string | undefined) =>
    `Cette série continue${until ? ` jusqu’au ${dayWords(until)}` : ''} : nous réservons vos prochaines dates dès que le lieu les ouvre.`,
  pending: 'pas encore réservée',
  requested: 'demande envoyée',
  cancelled: 'annulée',
  cancelledBecause: 'annulée : ',
  cancelledFor: {
    staff: 'par le lieu',
    closure: 'fermeture exceptionnelle',
    'hours-changed': 'les horaires ont changé',
    'lending-changed': 'l’espace n’est plus prêté ainsi',
  },
  stays: 'a commencé : elle ne s’annule plus',
  reference: 'référence',
  refusedTitle: (count: number) =>
    count > 1 ? `${count} dates ne sont pas possibles` : 'Une date n’est pas possible',
  datesTitle: 'Vos dates',
  restTitle: 'Ce qui n’est pas réservé',
  why: {
    taken: 'Déjà pris',
    closed: (reason: unknown) => (typeof reason === 'string' ? `Fermé (${reason})` : 'Fermé'),
    holiday: 'Jour férié',
    notThatDay: 'Pas prêté ce jour-là',
    notThen: (hours: string) => `Prêté seulement ${hours}`,
  },
  instead: 'D’autres heures, ces jours-là',
  absent: 'Nous ne trouvons pas cette série.',
  absentLead: 'Vérifiez l’adresse, ou cherchez vos dates dans vos réservations.',
  cancelTitle: 'Annuler des dates',
  cancelLead: 'Une seule date s’annule depuis sa page.',
  from: 'Cette date et les suivantes',
  cancel: 'Annuler ces dates',
  stop: 'Arrêter la série',
  sure: (count: number) => {
    if (count === 0) return 'Arrêter cette série ?'
    return count > 1 ? `Annuler ${count} dates ? Elles seront rendues tout de suite.` : 'Annuler cette date ?'
  },
  yes: 'Oui, annuler',
  no: 'Non, je les garde',
  working: 'Nous annulons…',
  done: 'C’est annulé.',
} as const
