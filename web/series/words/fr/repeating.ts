import { dayWords } from '../../../kit/words/fr/time-words.ts'

export const repeating = {
  page: 'Répéter chaque semaine',
  title: 'Répéter chaque semaine',
  signInLead: 'Donnez votre adresse e-mail : nous y envoyons un code. Votre choix est gardé.',
  rhythm: 'Quand',
  rhythms: { week: 'Chaque semaine', fortnight: 'Toutes les deux semaines' },
  end: 'Fin',
  ends: { until: 'Un jour que je choisis', never: 'Pas de fin : je l’arrêterai quand je voudrai' },
  until: 'Jusqu’au',
  untilWrong: 'Choisissez une fin après le premier jour.',
  horizon: (lastDate: string, today: string) => `Ici, on réserve jusqu’au ${dayWords(lastDate, today)}.`,
  looking: 'Nous regardons chaque date…',
  free: (count: number) =>
    count > 1 ? `${count} dates libres` : count === 1 ? 'Une date libre' : 'Aucune date n’est libre',
  later: (lastDate: string, until: string | undefined, today: string) =>
    `Après le ${dayWords(lastDate, today)}, le lieu n’a pas encore ouvert ses dates. Nous les réserverons pour vous dès qu’il les ouvre${until ? `, jusqu’au ${dayWords(until, today)}` : ''}, et nous vous écrirons.`,
  change: 'Choisissez une autre fin, ou d’autres heures.',
  submit: (count: number) => (count > 1 ? `Réserver ces ${count} dates` : 'Réserver cette date'),
  ask: (count: number) => (count > 1 ? `Envoyer ma demande pour ${count} dates` : 'Envoyer ma demande'),
  working: 'Nous réservons vos dates…',
  after: 'La première reste comme elle est. Nous ajoutons les mêmes heures aux dates qui suivent.',
} as const
