import { describe, expect, it } from 'vitest'
import { sourceFiles } from './imports.ts'

const FOLDERS = [
  'api',
  'architecture',
  'browser',
  'contracts',
  'domain',
  'http',
  'import',
  'infra',
  'jobs',
  'local',
  'proof',
  'store',
  'web',
].map((folder) => `test/${folder}`)
const TITLE = /^( *)(?:(?:describe|it|test)\b.*?|[\])}]+(?: as .*?)?\)*)\(\s*(['"`])((?:(?!\2).)+)\2,/gm

type Title = { readonly indent: number; readonly words: string }

/** Full titles of a file's tests, from the indentation that the formatter gives. */
const titlesIn = (text: string): string[][] => {
  const titles = [...text.matchAll(TITLE)].map(
    ([, indent = '', , words = '']): Title => ({ indent: indent.length, words }),
  )
  const around: Title[] = []
  return titles.flatMap((title, at) => {
    while ((around.at(-1)?.indent ?? -1) >= title.indent) around.pop()
    around.push(title)
    return (titles[at + 1]?.indent ?? 0) > title.indent ? [] : [around.map(({ words }) => words)]
  })
}

const FEWEST_WORDS = 4
const SHORTEST = 12
const RELATIVE =
  /^(who|whom|whose|what|which|that|whatever|wherever|since|when|where|while|after|by|neither)\b/i
const OWN_SUBJECT = /^(an?|the|this|each|every|one|somebody|nobody|nothing|%\w)\b/i
const CONTORTED = /\b(whoever|whomever|meanwhile|any more|unless told|thereof)\b/i

/** Why a title cannot be read alone in a list of failures. */
const flawOf = (path: readonly string[]): string | undefined => {
  const own = path.at(-1) ?? ''
  const full = path.join(' ')
  if (own.length < SHORTEST || full.split(' ').length < FEWEST_WORDS) return 'is too short'
  if (path.some((words) => RELATIVE.test(words))) return 'begins with a relative word'
  if (path.length > 1 && OWN_SUBJECT.test(own)) return 'has a second subject'
  if (/^\d+[.,]/.test(own)) return 'begins with a number, which belongs in brackets at its end'
  if (CONTORTED.test(full)) return 'is contorted'
  if (/[.:,]$/.test(own)) return 'ends with a mark'
  return undefined
}

const flawsIn = (text: string): string[] =>
  titlesIn(text).flatMap((path) => {
    const flaw = flawOf(path)
    return flaw ? [`"${path.join(' ')}" ${flaw}`] : []
  })

describe('titles of tests', () => {
  const files = sourceFiles(...FOLDERS).filter(({ path }) => /\.test\.tsx?$/.test(path))

  it('are found in each file', () => {
    expect(files.filter(({ text }) => titlesIn(text).length === 0).map(({ path }) => path)).toEqual([])
  })

  it('can be read alone', () => {
    expect(files.flatMap(({ path, text }) => flawsIn(text).map((flaw) => `${path}: ${flaw}`))).toEqual([])
  })

  it.each([
    ["it('is full', () => {})", 'is too short'],
    ["describe('a door', () => {\n  it('that is shut for long stays so', () => {})\n})", 'relative word'],
    ["describe('a door', () => {\n  it('the code is told once', () => {})\n})", 'a second subject'],
    ["it.each([\n  [1],\n  [2],\n])(\n  '14. the key %s is refused again', () => {})", 'brackets at its end'],
    ["it('the door is told of what is booked meanwhile', () => {})", 'is contorted'],
  ])('are seen with a flaw in %j', (text, flaw) => {
    expect(flawsIn(text)).toEqual([expect.stringContaining(flaw)])
  })
})
