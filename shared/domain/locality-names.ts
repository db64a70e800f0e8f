import { beginsOneLetterOff, isOneLetterOff } from './one-letter-off.ts'
import { searchableLines } from './searchable.ts'

/** Finds names by how they are written, and answers their places in the list. */
type FindNames = (words: string) => number[]

/** All words and names are in their searchable form. */
export type LocalityNames = {
  readonly whole: FindNames
  /** Names of which the article is missing: `havre`. */
  readonly withArticle: FindNames
  readonly beginning: FindNames
  /** Names with a later word that begins so. */
  readonly laterWord: FindNames
  /** Names with all these words in their order, and others between: `aix provence`. */
  readonly someWords: FindNames
  readonly oneLetterOff: FindNames
  readonly beginningOneLetterOff: FindNames
  /** The longest of the last names inside of a longer text. */
  readonly inside: FindNames
}

const ARTICLES = ['l ', 'le ', 'la ', 'les ', 'aux ']
/** Fewer letters are one letter off from hundreds of names. */
const FEWEST_MISSPELT = 4
const MOST_WORDS = 12
const NEW_LINE = 10

/** The first place in a sorted list of which `isAfter` is true. */
const firstPlace = (length: number, isAfter: (at: number) => boolean): number => {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isAfter(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Every text of a few words in a row, the longest first, then the later ones. */
const runsOfWords = (text: string): string[] => {
  const words = text.split(' ').slice(0, MOST_WORDS)
  const runs: string[] = []
  for (let length = words.length - 1; length > 0; length--)
    for (let at = words.length - length; at >= 0; at--) runs.push(words.slice(at, at + length).join(' '))
  return runs
}

const inOrder = (keys: readonly string[]) => {
  const from = (words: string, fits: (key: string) => boolean): number[] => {
    const found: number[] = []
    const first = firstPlace(keys.length, (at) => (keys[at] ?? '') >= words)
    for (let at = first; at < keys.length && fits(keys[at] ?? ''); at++) found.push(at)
    return found
  }
  const whole = (words: string) => from(words, (key) => key === words)
  return {
    whole,
    withArticle: (words: string) => ARTICLES.flatMap((article) => whole(article + words)),
    beginning: (words: string) => from(words, (key) => key.startsWith(words)),
    inside: (words: string) =>
      runsOfWords(words)
        .map(whole)
        .find((places) => places.length > 0) ?? [],
  }
}

/** One text of all names, a line each: finding words in it is the engine's own work. */
const linesOf = (keys: readonly string[]) => {
  const text = `\n${keys.join('\n')}\n`
  const starts = new Int32Array(keys.length)
  let start = 1
  for (const [at, key] of keys.entries()) {
    starts[at] = start
    start += key.length + 1
  }
  const placeOf = (index: number) => firstPlace(starts.length, (at) => (starts[at] ?? 0) > index) - 1
  const placesOf = (words: string, isThere: (index: number) => boolean): number[] => {
    const found: number[] = []
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      if (isThere(at)) found.push(placeOf(at))
    return [...new Set(found)]
  }
  return {
    text,
    placeOf,
    placesOf,
    /** Lines in which `part` stands after one of so many letters. */
    having: (part: string, offsets: readonly number[]) =>
      placesOf(part, (at) => offsets.some((offset) => text.charCodeAt(at - offset - 1) === NEW_LINE)),
  }
}

type Lines = ReturnType<typeof linesOf>

const inText = ({ text, placeOf, placesOf }: Lines) => ({
  laterWord: (words: string) => placesOf(` ${words}`, () => true),
  someWords: (words: string) => {
    const each = words.split(' ')
    if (each.length < 2 || each.length > MOST_WORDS) return []
    return [...text.matchAll(new RegExp(`\n${each.join('[^\n]* ')}`, 'g'))].map(({ index }) =>
      placeOf(index + 1),
    )
  },
})

const END = 2

/**
 * One wrong letter leaves what is before it or what is after it as it is: only names that share the one or the
 * other are compared letter by letter.
 */
const misspelt = (keys: readonly string[], { beginning }: Pick<LocalityNames, 'beginning'>, lines: Lines) => {
  const byEnd = Map.groupBy(keys.keys(), (at) => keys[at]?.slice(-END) ?? '')
  const isShort = (words: string) => words.length < FEWEST_MISSPELT
  const compared = (
    words: string,
    { start, others }: { readonly start: string; readonly others: readonly number[] },
    isOff: (written: string, name: string) => boolean,
  ): number[] => {
    const also = others.filter((at) => !keys[at]?.startsWith(start))
    return [...beginning(start), ...also].filter((at) => isOff(words, keys[at] ?? ''))
  }
  return {
    oneLetterOff: (words: string) => {
      if (isShort(words)) return []
      const others = byEnd.get(words.slice(-END)) ?? []
      return compared(words, { start: words.slice(0, -END - 1), others }, isOneLetterOff)
    },
    beginningOneLetterOff: (words: string) => {
      if (isShort(words)) return []
      const length = (words.length >> 1) - 1
      const others = lines.having(words.slice(length + 1), [length, length + 1, length + 2])
      return compared(words, { start: words.slice(0, length), others }, beginsOneLetterOff)
    },
  }
}

/** `names` come in the order of their searchable form. */
export const localityNamesOf = (names: readonly string[]): LocalityNames => {
  const keys = searchableLines(names)
  const lines = linesOf(keys)
  const ordered = inOrder(keys)
  return { ...ordered, ...inText(lines), ...misspelt(keys, ordered, lines) }
}
