import { deviceMemory, LASTING } from '../kit/device-memory.ts'
import { countOf, NO_NOTES, type Notes } from './notes.ts'

/** Longer than the service takes them. */
const KEPT_MS = 40 * 86_400_000

/** Whose notes of which workshop; without names, they outlast the session that they were noted in. */
type Kept = Readonly<Record<string, Notes & { readonly keptAt: number }>>

const nameOf = (me: string, workshop: string): string => `${me} ${workshop}`

const readAll = (now: number): Kept =>
  Object.fromEntries(
    Object.entries(deviceMemory.read<Kept>(LASTING) ?? {}).filter(([, { keptAt }]) => now - keptAt < KEPT_MS),
  )

/** Only who noted them sends them. */
export const readUnsent = (me: string, workshop: string, now = Date.now()): Notes => {
  const { marks, dropIns } = readAll(now)[nameOf(me, workshop)] ?? NO_NOTES
  return { marks, dropIns }
}

export const keepUnsent = (me: string, workshop: string, notes: Notes, now = Date.now()): void => {
  const { [nameOf(me, workshop)]: _, ...others } = readAll(now)
  const kept = countOf(notes) > 0 ? { ...others, [nameOf(me, workshop)]: { ...notes, keptAt: now } } : others
  if (Object.keys(kept).length > 0) deviceMemory.keep(LASTING, kept)
  else deviceMemory.forget(LASTING)
}

export type KeptNotes = { readonly me: string; readonly workshop: string; readonly notes: Notes }

/** All that this device keeps, but of one workshop. */
export const listUnsent = (except: string | undefined, now = Date.now()): readonly KeptNotes[] =>
  Object.entries(readAll(now)).flatMap(([name, { marks, dropIns }]) => {
    const [me = '', workshop = ''] = name.split(' ')
    return workshop === except ? [] : [{ me, workshop, notes: { marks, dropIns } }]
  })
