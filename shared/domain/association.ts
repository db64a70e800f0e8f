import type { HolderId } from './ids.ts'
import { ok, type Result, refuse } from './result.ts'
import type { AssociationRole } from './rights.ts'

export const REGISTERS = ['rna', 'siret'] as const
export type Register = { readonly kind: (typeof REGISTERS)[number]; readonly number: string }

/** Persons book for it: it never signs in, and may have several bookings at the same time. */
export type Association = { readonly id: HolderId; readonly name: string; readonly register: Register }

/** Répertoire national des associations: W, département (`51`, `2A`, `9R`), office, six digits. */
export const isRna = (text: string): boolean => /^W\d[\dA-Z]\d{7}$/.test(text)

const DIGITS = 14

const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)

const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0)

const LA_POSTE = '356000000'

/** Fourteen digits with a Luhn sum divisible by ten or, at La Poste, a plain sum divisible by five. */
export const isSiret = (text: string): boolean =>
  /^\d{14}$/.test(text) &&
  text !== '0'.repeat(DIGITS) &&
  (luhnSum(text) % 10 === 0 || (text.startsWith(LA_POSTE) && digitSum(text) % 5 === 0))

/** `RNA : W51 2 001234` becomes `W512001234`. */
export const registerNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\dA-Z]/g, '')
    .replace(/^(?:NUMERO|NO|N)?(?:RNA|SIRET)?(?:NUMERO|NO|N)?(?=W?\d)/, '')

export type RosterEntry = { readonly holder: HolderId; readonly role: AssociationRole }

export type Roster = {
  readonly association: HolderId
  readonly revision: number
  readonly entries: readonly RosterEntry[]
}

export type RosterRefusal = { readonly kind: 'not-found' | 'last-lead' }

const leads = (entries: readonly RosterEntry[]): number =>
  entries.filter(({ role }) => role === 'lead').length

const after = (entries: readonly RosterEntry[]): Result<readonly RosterEntry[], RosterRefusal> =>
  leads(entries) > 0 ? ok(entries) : refuse({ kind: 'last-lead' })

export const decideRole = (
  { entries }: Roster,
  { holder, role }: RosterEntry,
): Result<readonly RosterEntry[], RosterRefusal> =>
  entries.some((entry) => entry.holder === holder)
    ? after(entries.map((entry) => (entry.holder === holder ? { holder, role } : entry)))
    : refuse({ kind: 'not-found' })

export const decideDeparture = (
  { entries }: Roster,
  holder: HolderId,
): Result<readonly RosterEntry[], RosterRefusal> =>
  entries.some((entry) => entry.holder === holder)
    ? after(entries.filter((entry) => entry.holder !== holder))
    : refuse({ kind: 'not-found' })
