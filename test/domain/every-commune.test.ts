import { describe, expect, it } from 'vitest'
import { directoryOf } from '../../shared/domain/directory.ts'
import { demoEntries, drawnCommunes, gazetteer, misspelt, searchIn } from '../support/communes.ts'

const directory = directoryOf(demoEntries())

const search = (text: string) => searchIn({ directory, positions: new Map() }, text)

const share = (each: readonly boolean[]): number => each.filter(Boolean).length / each.length

const isSuggested = (written: string, code: string): boolean =>
  gazetteer.suggest(written, 10).some(({ locality }) => locality.code === code)

describe('500 communes drawn from all of France', () => {
  const drawn = drawnCommunes(500, 1)

  it('all find lenders with their distance, though few places lend', async () => {
    const found = await Promise.all(drawn.map(({ name }) => search(name)))
    const has = found.map(
      ({ lenders }) => lenders.length > 0 && lenders.every((each) => each.distanceKm !== undefined),
    )
    expect(share(has)).toBe(1)
  })

  it('are suggested by their name among their namesakes, 95 in 100 at least', () => {
    expect(share(drawn.map(({ name, code }) => isSuggested(name, code)))).toBeGreaterThanOrEqual(0.95)
  })

  it('are all suggested by their name with their département', () => {
    expect(share(drawn.map(({ name, code }) => isSuggested(`${name} ${code.slice(0, 2)}`, code)))).toBe(1)
  })
})

describe('200 communes misspelt by one letter', () => {
  const drawn = drawnCommunes(200, 7000).map(({ name, code }, at) => ({ code, text: misspelt(name, at) }))

  it('find lenders with their distance, 95 in 100 at least', async () => {
    const found = await Promise.all(drawn.map(({ text }) => search(text)))
    const has = found.map(({ around, lenders }) => around !== undefined && lenders.length > 0)
    expect(share(has)).toBeGreaterThanOrEqual(0.95)
  })

  it('are suggested, 95 in 100 at least', () => {
    expect(share(drawn.map(({ text, code }) => isSuggested(text, code)))).toBeGreaterThanOrEqual(0.95)
  })
})
