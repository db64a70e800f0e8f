import { transform } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from './imports.ts'

const ACCENTED = /[àâäçéèêëîïôöùûüœ’]/i
const FRENCH =
  /(?<![\p{L}-])(au|aux|avec|ce|ces|cette|dans|des|du|elle|est|et|il|la|le|les|ne|nous|pas|pour|qui|que|sont|sur|un|une|vos|votre|vous)(?![\p{L}-])/iu

/** What a template puts in is code, not words. */
const INSERTED = /\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g

const isSentence = (text: string): boolean => ACCENTED.test(text) || (/\s/.test(text) && FRENCH.test(text))

/** The texts of a source, of its elements too; comments and regular expressions have none. */
const textsIn = async (source: string, loader: 'ts' | 'tsx'): Promise<string[]> => {
  const { code } = await transform(source, { loader, jsx: 'transform', charset: 'utf8' })
  const withoutPatterns = code.replace(
    /(?<=[(=:,[!&|?]\s*)\/(?![/*])(?:\[[^\]\n]*\]|\\.|[^/\\\n])+\/[a-z]*/g,
    '',
  )
  return withoutPatterns.match(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? []
}

const sentencesIn = async (source: string, path = 'a.tsx'): Promise<string[]> =>
  (await textsIn(source, path.endsWith('x') ? 'tsx' : 'ts'))
    .map((text) => text.replace(INSERTED, ''))
    .filter(isSentence)

const SPEAKING = [
  'web',
  'functions/api',
  'functions/http',
  'functions/use-cases',
  'functions/jobs/send-messages',
]

describe('the words for people, of pages, messages and files,', () => {
  it('are said in the files of words of each room, and nowhere else', async () => {
    const files = sourceFiles(...SPEAKING).filter(({ path }) => !path.includes('/words/'))
    const found = await Promise.all(
      files.map(async ({ path, text }) =>
        (await sentencesIn(text, path)).map((sentence) => `${path}: ${sentence}`),
      ),
    )
    expect(found.flat()).toEqual([])
  })

  it.each([
    '<p>Réserver</p>',
    '<p>Voir la semaine</p>',
    '<a aria-label="Voir la semaine" />',
    'const title = `Vos places`',
    "const title = 'Rien pour vous'",
  ])('would be seen elsewhere: %s', async (source) => {
    expect(await sentencesIn(source)).toHaveLength(1)
  })

  it.each([
    '// Réserver la place',
    'const id = name.replace(/[\'’-]/g, "-")',
    '<p class="actions actions-row">{words.title}</p>',
    "throw new Error('no script was built')",
  ])('are not seen in %s', async (source) => {
    expect(await sentencesIn(source)).toEqual([])
  })
})
