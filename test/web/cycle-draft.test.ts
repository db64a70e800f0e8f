import { describe, expect, it } from 'vitest'
import { errorsIn } from '../../web/planner/cycle-draft.ts'

const aForm = (...mediators: readonly string[]): FormData => {
  const form = new FormData()
  const said = { title: 'Premiers pas', from: '2026-11-24', start: '10:00', end: '12:00' }
  for (const [name, text] of Object.entries(said)) form.set(name, text)
  for (const each of mediators) form.append('mediators', each)
  return form
}

describe('the form that plans workshops', () => {
  it('asks who leads where there is a choice, rather than take who plans', () => {
    const today = '2026-11-21'
    expect(errorsIn(aForm(), today, ['a', 'b'])).toEqual({ mediators: expect.any(String) })
    expect(errorsIn(aForm('a'), today, ['a', 'b'])).toEqual({})
    expect(errorsIn(aForm(), today, ['a'])).toEqual({})
    const many = errorsIn(aForm('a', 'b', 'c', 'd', 'e'), today, ['a', 'b'])
    expect(Object.keys(many)).toEqual(['mediators'])
  })
})
