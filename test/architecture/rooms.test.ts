import { describe, expect, it } from 'vitest'
import { PAGES, pageFile } from '../../web/pages.ts'
import { importsOf, type SourceFile, sourceFiles } from './imports.ts'

/** The rooms of `web/` that each one imports, beside the kit; `build` joins all of them. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  availability: [],
  staff: ['notes'],
  notes: [],
  about: [],
  reference: [],
  worker: [],
  map: [],
  find: ['availability', 'known', 'map'],
  known: ['availability', 'booking', 'doors', 'staff', 'waitlist'],
  people: ['staff'],
  rights: ['staff'],
  privacy: ['people'],
  proposals: ['people', 'staff'],
  association: ['availability', 'people', 'rights'],
  waitlist: ['availability', 'people'],
  workshop: ['availability', 'booking', 'find', 'people', 'series', 'staff'],
  lending: ['staff'],
  doors: ['staff'],
  calendars: ['people', 'staff'],
  booking: ['association', 'availability', 'doors', 'people', 'waitlist'],
  series: ['association', 'availability', 'booking', 'people'],
  counter: ['availability', 'booking', 'staff', 'workshop'],
  membership: ['counter', 'staff'],
  figures: ['attendance', 'staff'],
  tools: ['staff'],
  closure: ['availability', 'counter', 'staff'],
  planner: ['series', 'staff', 'workshop'],
  mediator: ['staff', 'workshop'],
  today: ['availability', 'booking', 'counter', 'staff'],
  attendance: ['notes', 'staff'],
}

const roomOf = (path: string): string | undefined => /^web\/([^/]+)\//.exec(path)?.[1]

/** `from to`, for each import from one room to another. */
const arrowsIn = (files: readonly SourceFile[]): ReadonlySet<string> =>
  new Set(
    files.flatMap((file) => {
      const from = roomOf(file.path)
      return importsOf(file).flatMap(({ target }) => {
        const to = roomOf(target)
        return !from || !to || from === 'build' || to === 'kit' || from === to ? [] : [`${from} ${to}`]
      })
    }),
  )

const allowed = Object.entries(ARROWS).flatMap(([from, targets]) => targets.map((to) => `${from} ${to}`))

/** Rooms whose imports lead back to them. */
const inCircles = (arrows: typeof ARROWS): string[] => {
  const reachedFrom = (room: string): ReadonlySet<string> => {
    const reached = new Set(arrows[room])
    for (const each of reached) for (const next of arrows[each] ?? []) reached.add(next)
    return reached
  }
  return Object.keys(arrows).filter((room) => reachedFrom(room).has(room))
}

describe('the rooms of the web', () => {
  const files = sourceFiles('web')

  it('are those of the table', () => {
    const rooms = new Set(files.flatMap(({ path }) => roomOf(path) ?? []))
    expect([...rooms].sort()).toEqual(['build', ...Object.keys(ARROWS)].sort())
  })

  it('import each other as the table allows, and use each arrow of it', () => {
    expect([...arrowsIn(files)].sort()).toEqual(allowed.sort())
  })

  it('have every page among the addresses of the site, which the build goes by', () => {
    const written = files.map(({ path }) => path).filter((path) => path.includes('/pages/'))
    expect(written.sort()).toEqual(PAGES.map((name) => `web/${pageFile(name)}`).sort())
  })

  it('import each other in no circle', () => {
    expect(inCircles(ARROWS)).toEqual([])
  })

  it('are seen in a circle, and where the table has no arrow', () => {
    expect(inCircles({ find: ['booking'], booking: ['doors'], doors: ['find'], kit: [] })).toEqual([
      'find',
      'booking',
      'doors',
    ])
    const planted = { path: 'web/kit/field/field.tsx', text: "import { slip } from '../../booking/slip.tsx'" }
    expect([...arrowsIn([planted])]).toEqual(['kit booking'])
  })
})
