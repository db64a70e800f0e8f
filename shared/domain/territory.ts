import type { TimeZone } from './instant.ts'

export type Territory = { readonly departement: string; readonly timeZone: TimeZone }

const ZONE_OF_DEPARTEMENT: Readonly<Record<string, string>> = {
  971: 'America/Guadeloupe',
  972: 'America/Martinique',
  973: 'America/Cayenne',
  974: 'Indian/Reunion',
  975: 'America/Miquelon',
  976: 'Indian/Mayotte',
  977: 'America/St_Barthelemy',
  978: 'America/Marigot',
  986: 'Pacific/Wallis',
  987: 'Pacific/Tahiti',
  988: 'Pacific/Noumea',
}

/** INSEE codes of Polynesian communes with their own clock: the Marquises (UTC−9:30), the Gambier (UTC−9). */
const ZONE_OF_COMMUNE: Readonly<Record<string, string>> = {
  98718: 'Pacific/Marquesas',
  98723: 'Pacific/Marquesas',
  98731: 'Pacific/Marquesas',
  98746: 'Pacific/Marquesas',
  98750: 'Pacific/Marquesas',
  98751: 'Pacific/Marquesas',
  98719: 'Pacific/Gambier',
}

/** Saint-Barthélemy and Saint-Martin kept postcodes of Guadeloupe. */
const DEPARTEMENT_OF_POSTCODE: Readonly<Record<string, string>> = { 97133: '977', 97150: '978' }

/** `51` for 51210, `2A` for 20000, `974` for 97400. */
export const departementOf = (postcode: string): string => {
  const moved = DEPARTEMENT_OF_POSTCODE[postcode]
  if (moved) return moved
  if (/^9[78]/.test(postcode)) return postcode.slice(0, 3)
  if (postcode.startsWith('20')) return /^20[01]/.test(postcode) ? '2A' : '2B'
  return postcode.slice(0, 2)
}

const METROPOLITAN = Array.from({ length: 95 }, (_, at) => String(at + 1).padStart(2, '0'))

/** Of all points of contact. */
export const DEPARTEMENTS: readonly string[] = [
  ...METROPOLITAN.flatMap((each) => (each === '20' ? ['2A', '2B'] : each)),
  ...Object.keys(ZONE_OF_DEPARTEMENT),
]

export const territoryOf = (postcode: string, insee?: string): Territory => {
  const departement = departementOf(postcode)
  const zone = ZONE_OF_COMMUNE[insee ?? ''] ?? ZONE_OF_DEPARTEMENT[departement] ?? 'Europe/Paris'
  return { departement, timeZone: zone as TimeZone }
}

/** Where people travel by road: the mainland with Corsica, or one département overseas. */
export const territoryNameOf = (departement: string): string =>
  /^9[78]/.test(departement) ? departement : 'metropole'
