import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { STAFF_ROOMS } from '../../web/build/build.ts'
import { PAGES, pageFile } from '../../web/pages.ts'
import { hasStaffStyles } from '../../web/staff/staff-pages.ts'
import { importsOf, ROOT, sourceFiles } from '../architecture/imports.ts'

const files = new Map(sourceFiles('web').map((file) => [file.path, file]))

const reachedFrom = (path: string, seen: Set<string>): void => {
  const file = files.get(path)
  if (!file || seen.has(path)) return
  seen.add(path)
  for (const { target, typeOnly } of importsOf(file)) if (!typeOnly) reachedFrom(target, seen)
}

const classesIn = (rooms: (room: string) => boolean): ReadonlySet<string> =>
  new Set(
    globSync('*/**/*.css', { cwd: join(ROOT, 'web') })
      .filter((path) => rooms(path.split(/[\\/]/)[0] ?? ''))
      .flatMap(
        (path) => readFileSync(join(ROOT, 'web', path), 'utf8').match(/(?<=\.)[a-z][a-z0-9-]+/g) ?? [],
      ),
  )

const wornBy = (text: string): string[] =>
  [...text.matchAll(/class=(?:("[^"]*")|\{([^}]*\}?[^}]*)\})/g)]
    .flatMap(([, plain = '', made = '']) => `${plain} ${made}`.match(/"[^"]*"|'[^']*'|`[^`]*`/g) ?? [])
    .flatMap((quoted) => quoted.match(/[a-z][a-z0-9-]+/g) ?? [])

test('no page for the public wears a style that only pages of staff have', () => {
  const reached = new Set<string>()
  for (const name of PAGES.filter((each) => !hasStaffStyles(each)))
    reachedFrom(`web/${pageFile(name)}`, reached)
  const isOfStaff = (room: string) => STAFF_ROOMS.includes(room)
  const common = classesIn((room) => !isOfStaff(room))
  const ofStaff = [...classesIn(isOfStaff)].filter((each) => !common.has(each))
  const worn = new Set([...reached].flatMap((path) => wornBy(files.get(path)?.text ?? '')))
  expect(ofStaff.length).toBeGreaterThan(20)
  expect(ofStaff.filter((each) => worn.has(each))).toEqual([])
})
