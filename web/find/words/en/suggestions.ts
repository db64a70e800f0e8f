import type { Translation } from '../../../../shared/domain/language.ts'
import type { Locality } from '../../find-client.ts'
import type * as fr from '../fr/suggestions.ts'

const about = ({ kind, formerly, departementName, postcodes: [postcode] }: Locality): string => {
  if (kind === 'departement') return 'the whole département'
  return [formerly && `formerly ${formerly}`, departementName, postcode].filter(Boolean).join(', ')
}

export const suggestionWords = {
  title: 'Suggested towns and villages',
  about,
  count: (count) =>
    count === 1
      ? 'One suggestion: down arrow to choose it.'
      : `${count} suggestions: up and down arrows to choose.`,
} satisfies Translation<typeof fr.suggestionWords>
