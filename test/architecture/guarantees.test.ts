import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './imports.ts'

const NAMED = /`([a-z0-9/-]+\.test\.tsx?)`(?: \((\d[\d, to]*)[):])?/g

const numbersIn = (list: string): number[] =>
  list.split(', ').flatMap((part) => {
    const [first = 0, last = first] = part.split(' to ').map(Number)
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })

/** Tests that the page names and nobody has, as files or as numbers in titles. */
const missingFrom = (page: string): string[] =>
  [...page.matchAll(NAMED)].flatMap(([, name = '', list]) => {
    const path = name.includes('/') ? name : `test/proof/${name}`
    if (!existsSync(join(ROOT, path))) return [path]
    const text = readFileSync(join(ROOT, path), 'utf8')
    const titled = [...text.matchAll(/\((\d[\d, to]*)\)/g)].flatMap(([, numbers = '']) => numbersIn(numbers))
    return list
      ? numbersIn(list).flatMap((number) => (titled.includes(number) ? [] : [`${number} in ${path}`]))
      : []
  })

describe('the page of guarantees', () => {
  it('names tests that exist, with their numbers', () => {
    const page = readFileSync(join(ROOT, 'docs/guarantees.md'), 'utf8')
    expect(page.match(NAMED)?.length).toBeGreaterThan(50)
    expect(missingFrom(page)).toEqual([])
  })

  it('is seen when it names a file or a number that no test has', () => {
    expect(missingFrom('`gone.test.ts`, `cases.test.ts` (14 to 19)')).toEqual([
      'test/proof/gone.test.ts',
      '19 in test/proof/cases.test.ts',
    ])
  })
})
