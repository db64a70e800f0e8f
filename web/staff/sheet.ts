import { parseLocalDate } from '../../shared/domain/local-date.ts'

/** Lines that one page of A4 holds in large print, and in a smaller one. */
const LARGE = 12
const MEDIUM = 24

export const sizeOf = (lines: number): 'large' | 'medium' | 'small' => {
  if (lines <= LARGE) return 'large'
  return lines <= MEDIUM ? 'medium' : 'small'
}

/** The date that the address of a sheet names, or else today. */
export const dateIn = (query: URLSearchParams | undefined, today: string): string =>
  parseLocalDate(query?.get('date') ?? '') ?? today
