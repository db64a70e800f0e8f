import type { ClosureView } from '../../../shared/contracts/site-views.ts'
import { dayWords, hourWords, rangeWords } from '../../time-words.ts'

export const site = {
  page: 'Lieu',
  route: 'Voir l’itinéraire',
  counterTitle: 'Le guichet',
  counterOpen: 'Ouvert en ce moment',
  counterClosed: 'Fermé en ce moment',
  counterUnknownNow: 'Horaires d’aujourd’hui pas encore connus',
  counterUnknown: 'Les horaires du guichet ne nous sont pas connus.',
  unknown: 'pas encore connu',
  closed: 'fermé',
  day: 'Jour',
  hours: 'Heures',
  phone: 'Téléphone',
  spacesTitle: 'Ce qui est prêté',
  nothing: 'Pas encore d’espace prêté ici. Demandez à l’agent, au guichet, ou appelez le 3631.',
  propose: 'Proposer un usage de ce lieu',
  places: 'Places',
  lentAs: (capacity: number, uses: readonly string[]) => {
    if (!uses.includes('room')) return String(capacity)
    return uses.includes('desk') ? `${capacity}, ou la salle entière` : `${capacity}, la salle entière`
  },
  duration: 'Durée',
  features: 'Sur place',
  howIn: 'Pour entrer',
  price: 'Prix',
  access: {
    'counter-staff': 'L’agent vous accueille au guichet.',
    'key-holder': 'La clé vous est remise près du lieu.',
    'door-code': 'Un code ouvre la porte.',
  },
  conditions: (shortest: string, longest: string) => `de ${shortest} à ${longest}`,
  choose: 'Choisir une heure',
  chooseIn: (space: string) => ` : ${space}`,
  noneSuits: 'Aucune heure ne vous va ?',
  weekTitle: 'Les sept jours qui viennent',
  free: 'libre',
  open: 'pris ou passé',
  counter: 'guichet ouvert',
  shut: 'fermé',
  nothingFree: 'rien de libre',
  notLentThatDay: 'pas prêté ce jour-là',
  holiday: 'jour férié',
  closedOn: ({ from, to, start, end }: ClosureView, today: string) => {
    const hours = start === '00:00' && end === '24:00' ? '' : `, ${rangeWords(start, end)}`
    if (from === to) return `Fermé exceptionnellement le ${dayWords(from, today)}${hours}`
    const begin = `du ${dayWords(from, today)}${start === '00:00' ? '' : ` à ${hourWords(start)}`}`
    return `Fermé exceptionnellement ${begin} au ${dayWords(to, today)}${end === '24:00' ? '' : ` à ${hourWords(end)}`}`
  },
  closedSpaces: (names: readonly string[]) => ` (${names.join(', ')})`,
  workshops: 'Voir les ateliers numériques de ce lieu',
} as const
