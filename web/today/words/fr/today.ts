import type { SiteToday, SpaceToday } from '../../../../shared/contracts/today-views.ts'
import { hourWords, soonDayWords } from '../../../kit/words/fr/time-words.ts'

const NBSP = '\u00A0'

const counted = (count: number, one: string, many: string): string =>
  `${count}${NBSP}${count > 1 ? many : one}`

const laterWords = (day: string, count: number): string =>
  `${day}, ${counted(count, 'réservation', 'réservations')}`

export const today = {
  page: 'Aujourd’hui',
  title: (day: string) => `Aujourd’hui, ${day}`,
  signedOut: 'Cette page est pour ceux qui travaillent dans un lieu. Connectez-vous pour la voir.',
  noRight: 'Vous n’avez encore de droit dans aucun lieu. Demandez une invitation à son responsable.',
  wide: 'Choisissez d’abord un lieu : vous y verrez qui vient, et ce qui vous attend.',
  findPlace: 'Trouver un lieu',
  telephone: 'Répondre au téléphone',
  seenAt: (time: string) => `À jour à ${hourWords(time)}.`,
  late: (time: string) => `Pas de réponse du service : voici ce qui était là à ${hourWords(time)}.`,
  again: 'Relire',
  reread: 'La page est à jour.',
  pause: 'Ne plus mettre à jour',
  resume: 'Mettre à jour toutes les deux minutes',
  sittings: 'Ce que vous animez',
  coming: 'Qui vient',
  nobody: 'Personne d’autre n’est attendu aujourd’hui.',
  next: (day: string, count: number) => `Ensuite : ${laterWords(day, count)}`,
  usedToday: 'Ce qui est réservé',
  here: 'Est là',
  hereWho: (who: string) => `${NBSP}: ${who}`,
  arrived: 'Arrivée notée',
  roll: 'Présences',
  toDo: 'À traiter',
  nothing: 'Rien n’attend : tout a sa réponse.',
  before: (moment: string) => `à répondre avant ${moment}`,
  more: (count: number) => counted(count, 'autre', 'autres'),
  answer: 'Répondre',
  call: 'Appeler',
  both: 'Répondre et appeler',
  toCall: (name: string) => `À appeler : ${name}`,
  freeNow: 'Libre maintenant',
  notLent: 'Aucun espace n’est encore prêté ici.',
  free: ({ capacity, now, free, open }: SpaceToday, time: string) => {
    if (now)
      return now.places === undefined
        ? `libre jusqu’à ${hourWords(now.end)}`
        : `${counted(now.places, 'place', 'places')} sur ${capacity} jusqu’à ${hourWords(now.end)}`
    const next = free.find(({ start }) => start > time)
    if (next) return `rien maintenant, libre à ${hourWords(next.start)}`
    return open.length > 0 ? 'plus rien aujourd’hui' : 'pas prêté aujourd’hui'
  },
  book: 'Réserver pour quelqu’un',
  close: 'Fermer',
  week: 'La semaine',
  of: (place: string) => `${NBSP}: ${place}`,
  because: (reason: string) => `${NBSP}: ${reason}`,
  /** What a site needs somebody for. */
  toDoHere: ({ requests, calls }: SiteToday): string =>
    [
      requests && requests.count > 0 && counted(requests.count, 'demande', 'demandes'),
      calls && calls.count > 0 && counted(calls.count, 'personne à appeler', 'personnes à appeler'),
    ]
      .filter(Boolean)
      .join(', '),
  /** The line of a site among others: whether it is closed, who comes next and when, what is free. */
  line: ({ coming, spaces, closures, next: later, today }: SiteToday): string => {
    const next = coming.find(({ begun }) => !begun) ?? coming[0]
    return [
      closures.length > 0 && 'fermeture aujourd’hui',
      next && [hourWords(next.start), next.workshop?.title ?? next.holderName].filter(Boolean).join(', '),
      !next && later && laterWords(soonDayWords(later.date, today), later.count),
      spaces.some(({ now }) => now) ? 'libre maintenant' : 'rien de libre',
    ]
      .filter(Boolean)
      .join(' · ')
  },
  others: 'Vous avez d’autres lieux : voici les quarante premiers.',
  allPlaces: 'Tous mes lieux',
} as const
