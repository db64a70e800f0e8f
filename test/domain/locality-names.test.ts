import { describe, expect, it } from 'vitest'
import { officialLocalities } from '../../functions/api/official-localities.ts'
import { localityListOf } from '../../shared/domain/locality-list.ts'
import { localityNamesOf } from '../../shared/domain/locality-names.ts'
import { beginsOneLetterOff, isOneLetterOff } from '../../shared/domain/one-letter-off.ts'
import { searchable, searchableLines } from '../../shared/domain/searchable.ts'
import { drawnCommunes, misspelt } from '../support/communes.ts'

const { rows } = localityListOf(officialLocalities())
const names = rows.map(({ name }) => name)
const keys = searchableLines(names)
const found = localityNamesOf(names)
const written = drawnCommunes(12, 300).map(({ name }, at) => searchable(misspelt(name, at)))

/** All names compared letter by letter. */
const compared = (words: string, isOff: (written: string, name: string) => boolean): number[] =>
  [...keys.keys()].filter((at) => isOff(words, keys[at] ?? ''))

const sorted = (places: readonly number[]): number[] => places.toSorted((one, other) => one - other)

describe('names that are one letter off', () => {
  it('are those that comparing each name finds, each once', () => {
    for (const words of written)
      expect(sorted(found.oneLetterOff(words)), words).toEqual(compared(words, isOneLetterOff))
  })

  it.each([4, 5, 7, 10])('are those that comparing each name finds after %i letters, each once', (length) => {
    for (const words of written.map((each) => each.slice(0, length)).filter((each) => each.length >= 4))
      expect(sorted(found.beginningOneLetterOff(words)), words).toEqual(compared(words, beginsOneLetterOff))
  })
})
