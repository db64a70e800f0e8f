import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT, type SourceFile, sourceFiles } from './imports.ts'

const read = (path: string): SourceFile => ({ path, text: readFileSync(join(ROOT, path), 'utf8') })

const namesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.md'))

const DECISIONS = namesIn('docs/decisions')

const DOCS = [
  ...namesIn('.'),
  ...namesIn('docs').map((name) => `docs/${name}`),
  ...DECISIONS.map((name) => `docs/decisions/${name}`),
].map(read)

const FOLDERS = /^(docs|functions|infra|shared|test|web)\//

const isPattern = (path: string): boolean => /[<*…]/.test(path)
const exists = (path: string): boolean => existsSync(join(ROOT, path))

/** As GitHub names the anchor of a heading. */
const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\d\s-]/gu, '')
      .replaceAll(' ', '-'),
  )

const leadsTo = (from: string, target: string): boolean => {
  const [file = '', anchor] = target.split('#')
  const path = file ? join(dirname(from), file) : from
  return exists(path) && (anchor === undefined || anchorsIn(read(path).text).includes(anchor))
}

/** What a page names in backticks or links to, and is not there. */
const missingFrom = ({ path, text }: SourceFile): string[] => {
  const prose = text.replace(/^```.*?^```/gms, '')
  const named = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name)
  const paths = named.filter((name) => FOLDERS.test(name) && !isPattern(name) && !exists(name))
  const links = [...prose.matchAll(/\]\(([^):]+)\)/g)].map(([, target = '']) => target)
  const dead = links.filter((target) => !leadsTo(path, target))
  return [...paths, ...dead].map((name) => `${path}: ${name}`)
}

const LONGEST_LINE = 110

/** Tables, pictures, code and addresses cannot be broken. */
const overlongIn = ({ path, text }: SourceFile): string[] =>
  text
    .replace(/^```.*?^```/gms, '')
    .split('\n')
    .filter((line) => line.length > LONGEST_LINE && !/^\||^!\[|https?:/.test(line))
    .map((line) => `${path}: ${line}`)

const wronglyNumbered = (names: readonly string[]): string[] =>
  names.filter((name, at) => !name.startsWith(`${String(at + 1).padStart(4, '0')}-`))

const PARTS = ['## Context', '## Decision', '## Consequences']
const MOST_LINES = 60

/** A decision has a fact as its title, three parts at least, and fits on a page. */
const isInForm = ({ path, text }: SourceFile): boolean =>
  new RegExp(`^# ${Number(/(\d+)-/.exec(path)?.[1])}\\. [A-Z]`).test(text) &&
  PARTS.every((part) => text.includes(`\n${part}\n`)) &&
  text.split('\n').length <= MOST_LINES + 1

/** Beginnings of keys, in `DAY#${date}`, in `'CALL#~'` and in `pk: 'DUE'`. */
const keyPrefixesIn = (files: readonly SourceFile[]): Set<string> =>
  new Set(
    files.flatMap(({ text }) => [
      ...[...text.matchAll(/['`](?:\$\{[^}]+\})?([A-Z][A-Z-]*#(?:[A-Z]+#?)?|#[A-Z]+)(?=[~'`$])/g)].map(
        ([, prefix = '']) => prefix,
      ),
      ...[...text.matchAll(/\b[ps]k: '([A-Z][A-Z-]*)'/g)].map(([, name = '']) => name),
    ]),
  )

const missingKeys = (files: readonly SourceFile[], page: string): string[] =>
  [...keyPrefixesIn(files)]
    .filter((prefix) => !page.includes(prefix.endsWith('#') ? prefix : `${prefix}\``))
    .sort()

describe('the docs', () => {
  it.each(DOCS)('name only what is there: $path', (page) => {
    expect(missingFrom(page)).toEqual([])
  })

  it('have lines that fit', () => {
    expect(DOCS.flatMap(overlongIn)).toEqual([])
  })

  it('number each decision once, and state each in one form', () => {
    expect(wronglyNumbered(DECISIONS)).toEqual([])
    expect(DECISIONS.filter((name) => !isInForm(read(`docs/decisions/${name}`)))).toEqual([])
  })

  it('list every key of the table', () => {
    expect(missingKeys(sourceFiles('shared/store'), read('docs/architecture.md').text)).toEqual([])
  })
})

describe('docs', () => {
  it('are seen with a file that is not there or a dead link', () => {
    const text =
      'See `web/none.ts`, [this](none.md), [that](../README.md#none), [these](../README.md#start), `web/pages.ts`, `web/<room>/pages`.'
    expect(missingFrom({ path: 'docs/page.md', text })).toEqual(
      ['web/none.ts', 'none.md', '../README.md#none'].map((name) => `docs/page.md: ${name}`),
    )
  })

  it('are seen with a line that is too long', () => {
    const [long, row] = ['word '.repeat(23), `| ${'cell '.repeat(23)}|`]
    expect(overlongIn({ path: 'docs/page.md', text: `${row}\n${long}\nshort` })).toEqual([
      `docs/page.md: ${long}`,
    ])
  })

  it('are seen with a number of a decision twice or left out', () => {
    expect(wronglyNumbered(['0001-one.md', '0001-two.md', '0003-three.md'])).toEqual(['0001-two.md'])
  })

  it('are seen with a decision in another form', () => {
    expect(
      isInForm({ path: 'docs/decisions/0007-one.md', text: `# 7. One\n\n${PARTS.join('\n\n')}\n` }),
    ).toBe(true)
    expect(isInForm({ path: 'docs/decisions/0007-one.md', text: `# One\n\n${PARTS.join('\n\n')}\n` })).toBe(
      false,
    )
    expect(isInForm({ path: 'docs/decisions/0007-one.md', text: '# 7. One\n\n## Decision\n' })).toBe(false)
  })

  it('are seen without a key of the table', () => {
    const text = `({ pk: \`LOCKER#\${id}\`, sk: 'LOCKER' }), { pk: 'QUEUE', from: 'SLOT#', to: 'SLOT#~' }`
    expect(missingKeys([{ path: 'shared/store/planted-keys.ts', text }], '`SLOT#<id>`')).toEqual([
      'LOCKER',
      'LOCKER#',
      'QUEUE',
    ])
  })
})

describe('sentences of docs and sources', () => {
  const CONTORTED = /\b(whoever|whomever|any more|meanwhile|unless told|thereof)\b/i
  const contorted = (files: readonly SourceFile[]): string[] =>
    files.flatMap(({ path, text }) => {
      const found = CONTORTED.exec(text)?.[0]
      return found ? [`${path}: ${found}`] : []
    })

  it('go without words that a stranger stumbles over', () => {
    const sources = sourceFiles('shared', 'functions', 'infra', 'web')
    expect(contorted([...DOCS, ...sources])).toEqual([])
  })

  it('are seen with such a word', () => {
    expect(contorted([{ path: 'a.ts', text: '/** Told to whoever asks. */' }])).toEqual(['a.ts: whoever'])
  })
})
