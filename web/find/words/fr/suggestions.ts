import type { Locality } from '../../find-client.ts'

const about = ({ kind, formerly, departementName, postcodes: [postcode] }: Locality): string => {
  if (kind === 'departement') return 'tout le département'
  return [formerly && `anciennement ${formerly}`, departementName, postcode].filter(Boolean).join(', ')
}

export const suggestionWords = {
  title: 'Communes proposées',
  about,
  count: (count: number) =>
    count === 1
      ? 'Une commune proposée : flèche du bas pour la choisir.'
      : `${count} communes proposées : flèches haut et bas pour choisir.`,
} as const
