import { beforeAll, describe, expect, it } from 'vitest'
import type { Hash } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { type AllowanceStore, allowanceStore } from '../../shared/store/allowance-store.ts'
import { NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

const FIVE_AN_HOUR = { most: 5, minutes: 60 }

describe.each(engines)('allowances on $name', (engine) => {
  let store: AllowanceStore
  beforeAll(async () => {
    store = allowanceStore(await freshTable(engine))
  })
  const spend = (name: string, at = NOW, allowance = FIVE_AN_HOUR) => store.spend(name as Hash, allowance, at)

  it('are spent as often as they allow, though fifty ask at once, and again in the next window', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => spend('often')))
    expect(answers.filter((next) => next === undefined)).toHaveLength(5)
    expect(new Set(answers.filter((next) => next !== undefined))).toEqual(new Set([addMinutes(NOW, 60)]))
    expect(await spend('often', addMinutes(NOW, 59.9))).toBe(addMinutes(NOW, 60))
    expect(await spend('often', addMinutes(NOW, 60))).toBeUndefined()
    expect(await spend('other')).toBeUndefined()
  })

  it('are given back once each, and never beyond what was spent', async () => {
    const giveBack = () => store.giveBack('back' as Hash, FIVE_AN_HOUR, NOW)
    await giveBack()
    for (let times = 0; times < 5; times++) await spend('back')
    await giveBack()
    expect([await spend('back'), await spend('back')]).toEqual([undefined, addMinutes(NOW, 60)])
    await Promise.all(Array.from({ length: 9 }, giveBack))
    const answers = await Promise.all(Array.from({ length: 9 }, () => spend('back')))
    expect(answers.filter((next) => next === undefined)).toHaveLength(5)
  })

  it('are counted apart when their lengths differ', async () => {
    for (let times = 0; times < 5; times++) await spend('both')
    expect(await spend('both', NOW, { most: 5, minutes: 1440 })).toBeUndefined()
  })
})
