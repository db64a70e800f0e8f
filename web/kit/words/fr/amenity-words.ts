import type { Amenity } from '../../../../shared/domain/space.ts'

/** What a space has, in the order in which it is said. */
export const amenityWords: Readonly<Record<Amenity, string>> = {
  'step-free': 'Entrée de plain-pied',
  'accessible-parking': 'Stationnement handicapé',
  'accessible-toilets': 'Toilettes accessibles en fauteuil',
  'hearing-loop': 'Boucle pour appareils auditifs',
  parking: 'Stationnement',
  toilets: 'Toilettes',
  wifi: 'Wi-Fi',
  computers: 'Ordinateurs',
  printer: 'Imprimante',
  screen: 'Écran',
  projector: 'Vidéoprojecteur',
  whiteboard: 'Tableau',
  kitchen: 'Cuisine',
  coffee: 'Café',
}

export const amenityTitles = { access: 'Pour y accéder', onSite: 'Sur place' } as const
