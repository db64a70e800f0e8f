import { describe, expect, it } from 'vitest'
import { type SourceFile, sourceFiles } from './imports.ts'

const KEYS = 'shared/store/keys/'
const isKeys = ({ path }: SourceFile): boolean => path.startsWith(KEYS)
const files = sourceFiles('shared', 'functions', 'infra')

/** Each word that begins a key: quoted or at the start of a template, before a `#` or alone. */
const wordsIn = (keyFiles: readonly SourceFile[]): string[] => [
  ...new Set(
    keyFiles.flatMap(({ text }) =>
      [...text.matchAll(/['"`]([A-Z]+(?:-[A-Z]+)*)(?:#|['"`])/g)].map(([, word = '']) => word),
    ),
  ),
]
const words = wordsIn(files.filter(isKeys))

const builtOutside = (sources: readonly SourceFile[]): string[] => {
  const aKey = new RegExp(`['"\`](?:${words.join('|')})#|\\b[ps]k: ['"](?:${words.join('|')})['"]`)
  return sources.filter((file) => !isKeys(file) && aKey.test(file.text)).map(({ path }) => path)
}

describe('keys of the table', () => {
  it('are built in the files of the keys only', () => {
    expect(builtOutside(files)).toEqual([])
  })

  it('are known to the test, the rarest too', () => {
    expect(words).toEqual(expect.arrayContaining(['SITE', 'WAITLIST-TICKET', 'ERASURES', 'ACCEPTED', 'DUE']))
    expect(words.length).toBeGreaterThan(35)
  })

  it.each(words)('would be seen elsewhere when they begin with %s', (word) => {
    for (const text of [
      `const key = \`${word}#\${id}\``,
      `pk.startsWith('${word}#')`,
      `const key = { pk: '${word}', sk: id }`,
    ])
      expect(builtOutside([{ path: 'functions/planted.ts', text }])).toEqual(['functions/planted.ts'])
  })
})

describe('expressions of the table', () => {
  const WRITTEN = /\b(Update|Condition)Expression: ?['"`]/
  const writtenIn = (sources: readonly SourceFile[]): string[] =>
    sources.filter(({ text }) => WRITTEN.test(text)).map(({ path }) => path)

  it('are written by no store: all updates and conditions come from one builder', () => {
    expect(writtenIn(files)).toEqual([])
  })

  it('would be seen elsewhere', () => {
    const planted = { path: 'shared/store/planted.ts', text: "UpdateExpression: 'SET doneAt = :at'" }
    expect(writtenIn([planted])).toEqual(['shared/store/planted.ts'])
  })
})
