import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FRENCH_ONLY, isFrenchOnly } from '../../web/french-only.ts'
import { PAGES, pageFile } from '../../web/pages.ts'
import { STAFF_PAGES } from '../../web/staff/staff-pages.ts'
import { importsOf, ROOT, sourceFiles } from './imports.ts'
import { INSERTED, isFrench, textsIn } from './texts.ts'

const files = new Map(sourceFiles('web', 'functions').map((file) => [file.path, file]))

const twinOf = (path: string, language: 'fr' | 'en'): string =>
  path.replace(/\/words\/(fr|en)\//, `/words/${language}/`)

const wordsIn = (language: 'fr' | 'en'): string[] =>
  [...files.keys()].filter((path) => path.includes(`/words/${language}/`))

/** What words import is theirs: in English, other words take their place. */
const reachedFrom = (pages: readonly string[]): string[] => {
  const reached = new Set(pages)
  for (const path of reached) {
    const file = path.includes('/words/') ? undefined : files.get(path)
    for (const { target, typeOnly } of file ? importsOf(file) : [])
      if (!typeOnly && files.has(target)) reached.add(target)
  }
  return [...reached]
}

/** What pages say, by the names of the French files. */
const saidBy = (pages: readonly string[]): string[] =>
  reachedFrom(pages).filter((path) => path.includes('/words/fr/'))

const PUBLIC = PAGES.filter((name) => !isFrenchOnly(name)).map((name) => `web/${pageFile(name)}`)

/** Only staff gets these. */
const FOR_STAFF = ['to-staff'].map((name) => `functions/jobs/send-messages/words/fr/${name}.ts`)

const load = (path: string): Promise<Record<string, unknown>> => import(join(ROOT, path))

/** Names, brands and numbers that are the same in both languages. */
const SAME = [
  'Restante',
  '3631',
  '404',
  'Poste restante',
  'Date',
  'Places',
  'automatique',
  'annulée',
  'No',
  'RNA',
  'Message',
  'Wi-Fi',
  'Département',
]

/** What differs in shape: other keys, other parameters, a value that is no sentence, a sentence left as it is. */
const differencesOf = (french: unknown, english: unknown, at: string): string[] => {
  if (typeof french !== typeof english) return [`${at}: is ${typeof english} in English`]
  if (typeof french === 'function')
    return french.length === (english as typeof french).length ? [] : [`${at}: has other parameters`]
  if (typeof french === 'object' && french && english) {
    const keys = new Set([...Object.keys(french), ...Object.keys(english)])
    return [...keys].flatMap((key) =>
      differencesOf(french[key as never], english[key as never], `${at}.${key}`),
    )
  }
  if (at.endsWith('.remedy') || typeof french !== 'string')
    return french === english ? [] : [`${at}: is ${english} in English`]
  return french === english && !SAME.includes(french) ? [`${at}: is the same, ${french}`] : []
}

const twins = wordsIn('en').map((path) => ({ path, french: twinOf(path, 'fr') }))

/** Words that people meet on the spot, or that name something. */
const KEPT_FRENCH =
  /Français|[Dd]épartement|préfecture|La Poste|Défenseur des droits|attestation de responsabilité civile/g

describe('the words in English', () => {
  it('are there for every file of words that a page in English says, and for every message to the public', () => {
    const said = [...saidBy(PUBLIC), ...wordsIn('fr').filter((path) => path.startsWith('functions/'))]
    const missing = said.filter((path) => !files.has(twinOf(path, 'en')) && !FOR_STAFF.includes(path))
    expect(missing).toEqual([])
  })

  it.each(twins)(
    'in $path have the shape of the French ones, and repeat none of them',
    async ({ path, french }) => {
      expect(files.has(french)).toBe(true)
      const [theirs, ours] = await Promise.all([load(french), load(path)])
      expect(differencesOf(theirs, { ...theirs, ...ours }, '')).toEqual([])
      const spoken = Object.keys(theirs)
      expect(spoken.filter((name) => !(name in ours) && typeof theirs[name] !== 'function')).toEqual([])
    },
  )

  it.each(twins)('in $path have no French left', async ({ path }) => {
    const texts = await textsIn(files.get(path)?.text ?? '', 'ts')
    const left = texts.map((text) => text.replace(INSERTED, '').replace(KEPT_FRENCH, ''))
    expect(left.filter(isFrench)).toEqual([])
  })

  it('would be missed, or be seen to differ', () => {
    expect(saidBy(['web/about/pages/mentions-legales.tsx'])).toContain('web/about/words/fr/prose.ts')
    const french = { title: 'Bonjour', says: (name: string) => name, remedy: 'mine' }
    const english = { title: 'Bonjour', says: () => '', remedy: 'search', more: '' }
    expect(differencesOf(french, english, '')).toHaveLength(4)
  })
})

describe('the pages in French only', () => {
  it('are those of staff, what staff prints or shows, and those of the edge', () => {
    expect([...FRENCH_ONLY].sort()).toEqual(
      [...Object.keys(STAFF_PAGES), 'bordereau', 'borne', '404', 'indisponible'].sort(),
    )
  })
})

describe('the pages', () => {
  it('for the public write lists, dates and numbers in their own language', () => {
    const fixed = reachedFrom(PUBLIC).filter(
      (path) => !path.includes('/words/') && /Intl\.\w+\('[a-z]{2}-/.test(files.get(path)?.text ?? ''),
    )
    expect(fixed).toEqual([])
  })

  it('lead elsewhere by `goTo` and `goInstead`, which keep the language', () => {
    const leading = [...files.values()].filter(
      ({ path, text }) =>
        path.startsWith('web/') && /location\.(assign|replace)\(|location\.href\s*=/.test(text),
    )
    expect(leading.map(({ path }) => path)).toEqual(['web/kit/go.ts'])
  })
})
