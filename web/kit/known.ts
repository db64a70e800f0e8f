import { deviceMemory } from './device-memory.ts'

/** Counted where the person's role there opens it. */
export type ToDo = { readonly requests?: number; readonly calls?: number }

/** What this device remembers of who is signed in, so that no page has to ask: no name, no address. */
export type Known = {
  /** Offers and requests that wait for an answer, and waits for a place. */
  readonly held?: number
  readonly waits?: number
  /** Whether the home page has a booking to show. */
  readonly booked?: boolean
  readonly association?: boolean
  /** A right at more than single sites. */
  readonly wide?: boolean
  /** Leads workshops. */
  readonly leads?: boolean
  /** The sites where the person works. */
  readonly sites?: Readonly<Record<string, ToDo>>
}

const NAME = 'known'

/** What is to do at one site. */
export const toDoAt = (known: Known | undefined, site: string): number => {
  const { requests = 0, calls = 0 } = known?.sites?.[site] ?? {}
  return requests + calls
}

/** Undefined for a visitor who is signed out. */
export const readKnown = (): Known | undefined => deviceMemory.read<Known>(NAME)

export const keepKnown = (known: Known): void => deviceMemory.keep(NAME, known)

export const readsAt = () => (readKnown() ? '/api' : '/api/public')
