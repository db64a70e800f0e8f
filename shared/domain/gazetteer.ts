import { bestOf } from './best-of.ts'
import { departementOfCode, type Locality, type OfficialLocality } from './locality.ts'
import { type LocalityList, localityListOf } from './locality-list.ts'
import { type LocalityNames, localityNamesOf } from './locality-names.ts'
import { searchable } from './searchable.ts'
import { departementOf } from './territory.ts'

/** `whole`: a name as it was written; `partly`: its beginning, or some of its words; `nearly`: misspelt. */
type LocalityMatch = { readonly locality: Locality; readonly fit: 'whole' | 'partly' | 'nearly' }

/** Every commune of France, with those that merged into others, arrondissements and départements. */
export type Gazetteer = {
  readonly find: (code: string) => Locality | undefined
  /** What a text may mean, the likeliest first; a name that is still being written counts. */
  readonly suggest: (text: string, limit: number) => LocalityMatch[]
}

type Index = { readonly list: LocalityList; readonly names: LocalityNames }
type Found = { readonly row: OfficialLocality; readonly fit: LocalityMatch['fit'] }
type Tier = readonly [fit: LocalityMatch['fit'], find: (words: string) => number[]]
type Asked = { readonly words: string; readonly isIn: (row: OfficialLocality) => boolean }

/** Adds what the tiers find, one after the other, until there are enough. */
const collect = (
  tiers: readonly Tier[],
  { words, isIn }: Asked,
  { list, limit, before = [] }: Index & { readonly limit: number; readonly before?: readonly Found[] },
): Found[] => {
  const found = new Map(before.map((each) => [list.todayOf(each.row).code, each]))
  for (const [fit, find] of tiers) {
    if (found.size >= limit) break
    const there = find(words).flatMap((at) => list.rows[at] ?? [])
    for (const row of bestOf(there.filter(isIn), limit, list.byWeight)) {
      const { code } = list.todayOf(row)
      if (found.size < limit && !found.has(code)) found.set(code, { row, fit })
    }
  }
  return [...found.values()]
}

/** `Saint-Denis 93`, `Vienne (Isère)`: the words before a département at the end. */
const hintIn = (words: string, { list }: Index): Asked | undefined => {
  const parts = words.split(' ')
  for (let at = 1; at < parts.length; at++) {
    const departement = list.departement(parts.slice(at).join(' '))
    if (departement)
      return {
        words: parts.slice(0, at).join(' '),
        isIn: ({ code }) => departementOfCode(code) === departement.code,
      }
  }
  return undefined
}

const byName = (asked: Asked, index: Index, limit: number): Found[] => {
  const { names } = index
  if (asked.words === '') return []
  const quick: Tier[] = [
    ['whole', names.whole],
    ['whole', names.withArticle],
    ['partly', names.beginning],
    ['partly', names.laterWord],
  ]
  const misspelt: Tier = ['nearly', names.oneLetterOff]
  const found = collect(quick, asked, { ...index, limit })
  if (found.length > 0) return collect([misspelt], asked, { ...index, limit, before: found })
  const hinted = hintIn(asked.words, index)
  const there = hinted ? byName(hinted, index, limit).filter(({ row }) => asked.isIn(row)) : []
  if (there.length > 0) return there
  const patient: Tier[][] = [
    [misspelt],
    [['partly', names.someWords]],
    [['nearly', names.beginningOneLetterOff]],
    [['partly', names.inside]],
  ]
  for (const tiers of patient) {
    const most = collect(tiers, asked, { ...index, limit })
    if (most.length > 0) return most
  }
  return []
}

const byDigits = (digits: string, { list }: Index, limit: number): Found[] => {
  const fit = digits.length === 5 ? 'whole' : 'partly'
  const departement = digits.length < 4 ? list.find(digits) : undefined
  const there = list.inPostcode(digits, limit).map((row): Found => ({ row, fit }))
  if (departement) return [{ row: departement, fit: 'whole' as const }, ...there].slice(0, limit)
  const around = digits.length === 5 && there.length === 0 ? list.find(departementOf(digits)) : undefined
  return around ? [{ row: around, fit: 'partly' }] : there
}

/** Without what people write around a name. */
const wordsOf = (text: string): string =>
  searchable(text.replace(/\bs\//gi, 'sur '))
    .replace(/ (?:arrondissement|cedex(?: \d+)?)$/, '')
    .replace(/^(?:la )?(?:bureau de )?(?:poste|mairie|ville|commune) (?:(?:de|d|du|des) )?(?=.)/, '')

const ANYWHERE = () => true

const foundFor = (written: string, index: Index, limit: number): Found[] => {
  const words = wordsOf(written)
  if (/^(?:[\d ]+|2[ab])$/.test(words)) return byDigits(words.replaceAll(' ', ''), index, limit)
  const [postcode] = /\b\d{5}\b/.exec(words) ?? []
  if (!postcode) return byName({ words, isIn: ANYWHERE }, index, limit)
  const rest = words.replace(postcode, ' ').trim().replace(/ +/g, ' ')
  const isIn = ({ postcodes }: OfficialLocality) => postcodes.includes(postcode)
  const there = byName({ words: rest, isIn }, index, limit)
  if (there.length > 0) return there
  const named = byName({ words: rest, isIn: ANYWHERE }, index, limit)
  return named[0]?.fit === 'whole' ? named : byDigits(postcode, index, limit)
}

export const gazetteerOf = (text: string): Gazetteer => {
  const list = localityListOf(text)
  const index = { list, names: localityNamesOf(list.rows.map(({ name }) => name)) }
  return {
    find: (code) => {
      const row = list.find(code)
      return row && list.localityOf(row)
    },
    suggest: (written, limit) =>
      foundFor(written, index, limit).map(({ row, fit }) => ({ locality: list.localityOf(row), fit })),
  }
}
