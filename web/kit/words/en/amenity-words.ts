import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/amenity-words.ts'

export const amenityWords = {
  'step-free': 'Step-free entrance',
  'accessible-parking': 'Disabled parking space',
  'accessible-toilets': 'Wheelchair-accessible toilets',
  'hearing-loop': 'Hearing loop',
  parking: 'Parking',
  toilets: 'Toilets',
  wifi: 'Wi-Fi',
  computers: 'Computers',
  printer: 'Printer',
  screen: 'Screen',
  projector: 'Projector',
  whiteboard: 'Whiteboard',
  kitchen: 'Kitchen',
  coffee: 'Coffee',
} satisfies typeof fr.amenityWords

export const amenityTitles = {
  access: 'Access',
  onSite: 'On site',
} satisfies Translation<typeof fr.amenityTitles>
