import { expect, test } from 'vitest'
import { createTabMemory } from '../../web/kit/tab-memory.ts'

const aStorage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}

test('a key is 32 hexadecimal digits, accepted by the API', () => {
  expect(createTabMemory(aStorage()).bookingKey('a')).toMatch(/^[0-9a-f]{32}$/)
})

test('a retry and a reload repeat the same key', () => {
  const storage = aStorage()
  const key = createTabMemory(storage).bookingKey('tuesday')
  expect(createTabMemory(storage).bookingKey('tuesday')).toBe(key)
})

test('a new choice, and one that is settled, gets a new key', () => {
  const memory = createTabMemory(aStorage())
  const first = memory.bookingKey('tuesday')
  const second = memory.bookingKey('wednesday')
  memory.forgetBookingKey()
  const third = memory.bookingKey('wednesday')
  expect(new Set([first, second, third]).size).toBe(3)
})

test('the visitor is remembered until the end, and no longer', () => {
  const memory = createTabMemory(aStorage())
  expect(memory.visitor()).toBeUndefined()
  memory.keepVisitor({ email: 'camille@exemple.fr', name: 'Camille' })
  expect(memory.visitor()).toEqual({ email: 'camille@exemple.fr', name: 'Camille' })
  memory.forgetVisitor()
  expect(memory.visitor()).toBeUndefined()
})
