import { referenceOf } from './booking.ts'
import type { BookingId } from './ids.ts'
import { dialledNumber, readPhone } from './phone.ts'

export type SearchableBooking = { readonly id: BookingId; readonly name?: string; readonly phone?: string }

const SHORTEST_PHONE = 6
const SHORTEST_SEARCH = 3

const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

export const isSearchable = (query: string): boolean => wordsOf(query).join('').length >= SHORTEST_SEARCH

const lettersOf = (reference: string): string => reference.replace(/[^a-z0-9]/gi, '').toUpperCase()

const isReference = (query: string, id: BookingId): boolean => lettersOf(query) === lettersOf(referenceOf(id))

/** `K7PM-4R` for a reference as it is written or dictated: in small letters, with spaces, without a hyphen. */
export const readReference = (text: string): string | undefined => {
  const letters = lettersOf(text)
  return letters.length === 6 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined
}

export const isPhoneQuery = (query: string): boolean =>
  readPhone(query) !== undefined && dialledNumber(query).length >= SHORTEST_PHONE

const isPhone = (query: string, phone: string | undefined): boolean =>
  isPhoneQuery(query) && dialledNumber(query) === dialledNumber(phone ?? '')

/** Whole words of the name, in any order: prefixes match nothing, so that single letters list no people. */
const isName = (query: string, name: string): boolean => {
  const known = new Set(wordsOf(name))
  return wordsOf(query).every((word) => known.has(word))
}

export const matchesQuery = (query: string, { id, name = '', phone }: SearchableBooking): boolean =>
  isSearchable(query) && (isReference(query, id) || isPhone(query, phone) || isName(query, name))
