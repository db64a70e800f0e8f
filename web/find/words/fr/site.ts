import type { SiteView } from '../../../../shared/contracts/site-views.ts'

export const site = {
  page: 'Lieu',
  kinds: {
    'post-office': 'Bureau de poste',
    'municipal-agency': 'Agence postale communale',
    'intermunicipal-agency': 'Agence postale intercommunale',
    'partner-shop': 'Relais chez un partenaire',
  } satisfies Record<Exclude<SiteView['kind'], 'other'>, string>,
  route: 'Voir l’itinéraire',
  owner: (name: string) => `Les locaux : ${name}.`,
  operator: (name: string) => `Le lieu est tenu par : ${name}.`,
  counterTitle: 'Le guichet',
  counterOpen: 'Ouvert en ce moment',
  counterClosed: 'Fermé en ce moment',
  counterUnknownNow: 'Horaires d’aujourd’hui pas encore connus',
  usualWeek: 'Une semaine ordinaire',
  counterUnknown: 'Les horaires du guichet ne nous sont pas connus.',
  unknown: 'pas encore connu',
  closed: 'fermé',
  day: 'Jour',
  hours: 'Heures',
  phone: 'Téléphone',
  timesToCome: 'Les heures libres s’affichent ici.',
  /** For search engines. */
  about: (address: string, lends: boolean) =>
    lends
      ? `${address}. Les heures libres, les places, les horaires du guichet : réservez ici.`
      : `${address}. Les horaires du guichet, et les lieux les plus proches où réserver une place.`,
  spacesTitle: 'Ce qui est prêté',
  propose: 'Proposer un usage de ce lieu',
  places: 'Places',
  lentAs: (capacity: number, uses: readonly string[]) => {
    if (!uses.includes('room')) return String(capacity)
    return uses.includes('desk') ? `${capacity}, ou la salle entière` : `${capacity}, la salle entière`
  },
  lentAsWords: (capacity: number, uses: readonly string[]) => {
    const places = capacity > 1 ? `${capacity} places` : '1 place'
    if (!uses.includes('room')) return places
    return uses.includes('desk') ? `${places}, ou la salle` : `salle entière, ${places}`
  },
  more: 'Détails',
  duration: 'Durée',
  howIn: 'Pour entrer',
  price: 'Prix',
  others: { everyone: 'Tout le monde', member: 'Les membres', subscriber: 'Les abonnés' },
  othersLonger: (longest: string) => `jusqu’à ${longest} de suite`,
  othersEarlier: (days: number) => `réserver ${days} jours à l’avance`,
  othersHours: 'venir à d’autres heures aussi',
  conditions: (shortest: string, longest: string) => `de ${shortest} à ${longest}`,
  choose: 'D’autres heures',
  chooseIn: (space: string) => ` : ${space}`,
  goneTitle: 'Ce lieu n’est pas connu ici',
  goneHint:
    'Son adresse a peut-être changé. Cherchez votre commune : nous vous montrons les lieux les plus proches.',
  neighboursTitle: 'Les plus proches qui prêtent',
  allNeighbours: 'Voir tous les lieux proches',
  noneSuits: 'Aucune heure ne vous va ?',
  weekTitle: 'Les sept jours qui viennent',
  nothingFree: 'rien de libre',
  notLentThatDay: 'pas prêté ce jour-là',
  workshops: 'Voir les ateliers et les rendez-vous',
} as const
