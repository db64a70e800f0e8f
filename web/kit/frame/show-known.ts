import { deviceMemory } from '../device-memory.ts'
import { type Known, readKnown, toDoAt } from '../known.ts'

/** The words of the mark, by which styles show what the page already holds. */
const marksOf = (known: Known | undefined): string[] => {
  if (!known) return []
  const sites = Object.keys(known.sites ?? {}).length
  return [
    ...(known.booked ? ['booked'] : []),
    ...(known.association ? ['association'] : []),
    ...(known.leads ? ['leads'] : []),
    ...(sites > 0 || known.wide ? ['staff'] : []),
  ]
}

const fill = (known: Known): void => {
  const bySite = Object.keys(known.sites ?? {}).map((site) => [site, toDoAt(known, site)] as const)
  const toDo = bySite.reduce((sum, [, count]) => sum + count, 0)
  for (const [name, count] of [
    ...bySite,
    ['held', (known.held ?? 0) + (known.waits ?? 0)],
    ['todo', toDo],
  ] as const)
    for (const badge of document.querySelectorAll<HTMLElement>(`[data-count="${name}"]`)) {
      badge.hidden = count === 0
      badge.firstElementChild?.replaceChildren(String(count))
    }
}

/** Shows the way of who is signed in, before the page is painted where the script is already here. */
export const showKnown = (): void => {
  const known = readKnown()
  const { dataset, style } = document.documentElement
  dataset.known = marksOf(known).join(' ')
  const places = deviceMemory.read<unknown[]>('places')?.length ?? 0
  style.setProperty('--places', String(places))
  if (places > 0) dataset.places = ''
  else delete dataset.places
  const show = () => fill(readKnown() ?? {})
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show)
  else show()
}
