import { beforeAll, describe, expect, it } from 'vitest'
import { addMinutes } from '../../shared/domain/instant.ts'
import { type MessageStore, messageStore } from '../../shared/store/message-store.ts'
import { NOW } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'

describe.each(engines)('marks of messages on $name', (engine) => {
  let store: MessageStore
  beforeAll(async () => {
    store = messageStore(await freshTable(engine))
  })

  it('let one of ten begin', async () => {
    const begun = await Promise.all(Array.from({ length: 10 }, () => store.begin('ten', NOW)))
    expect(begun.sort()).toEqual(['begun', ...Array(9).fill('held')])
  })

  it('keep for good that a message is sent', async () => {
    await store.begin('told', NOW)
    await store.told('told', NOW)
    expect(await store.begin('told', addMinutes(NOW, 60))).toBe('told')
  })

  it('let another begin when the first gives up', async () => {
    await store.begin('given up', NOW)
    await store.giveUp('given up')
    expect(await store.begin('given up', NOW)).toBe('begun')
  })

  it('let another begin two minutes after the first died', async () => {
    await store.begin('dead', NOW)
    expect(await store.begin('dead', addMinutes(NOW, 1))).toBe('held')
    expect(await store.begin('dead', addMinutes(NOW, 2))).toBe('begun')
  })
})
