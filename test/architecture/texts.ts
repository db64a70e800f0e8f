import { transform } from 'esbuild'

const ACCENTED = /[àâäçéèêëîïôöùûüœ]/i

const FRENCH =
  /(?<![\p{L}-])(au|aux|avec|ce|ces|cette|dans|des|du|elle|est|et|il|la|le|les|ne|nous|pas|pour|qui|que|sont|sur|un|une|vos|votre|vous)(?![\p{L}-])/iu

/** What a template puts in is code, not words. */
export const INSERTED = /\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g

/** French, or a word of it. */
export const isFrench = (text: string): boolean =>
  ACCENTED.test(text) || (/\s/.test(text) && FRENCH.test(text))

const isSentence = (text: string): boolean => text.includes('’') || isFrench(text)

/** The texts of a source, of its elements too; comments and regular expressions have none. */
export const textsIn = async (source: string, loader: 'ts' | 'tsx'): Promise<string[]> => {
  const { code } = await transform(source, { loader, jsx: 'transform', charset: 'utf8' })
  const withoutPatterns = code.replace(
    /(?<=[(=:,[!&|?]\s*)\/(?![/*])(?:\[[^\]\n]*\]|\\.|[^/\\\n])+\/[a-z]*/g,
    '',
  )
  return withoutPatterns.match(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? []
}

export const sentencesIn = async (source: string, path = 'a.tsx'): Promise<string[]> =>
  (await textsIn(source, path.endsWith('x') ? 'tsx' : 'ts'))
    .map((text) => text.replace(INSERTED, ''))
    .filter(isSentence)
