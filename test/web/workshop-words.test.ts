import { describe, expect, it } from 'vitest'
import { workshops as en } from '../../web/workshop/words/en/workshops.ts'
import { workshops as fr } from '../../web/workshop/words/fr/workshops.ts'

describe('A list of workshops', () => {
  it.each([
    [{ workshops: 1, appointments: 0, isAll: true }, '1 atelier', '1 workshop'],
    [
      { workshops: 3, appointments: 2, isAll: true },
      '3 ateliers, et des rendez-vous',
      '3 workshops and appointments',
    ],
    [{ workshops: 0, appointments: 2, isAll: true }, 'Des rendez-vous', 'Appointments'],
    [{ workshops: 20, appointments: 0, isAll: false }, 'Les prochains ateliers', 'The next workshops'],
    [
      { workshops: 9, appointments: 1, isAll: false },
      'Les prochains ateliers et rendez-vous',
      'The next workshops and appointments',
    ],
    [{ workshops: 0, appointments: 9, isAll: false }, 'Les prochains rendez-vous', 'The next appointments'],
  ])('counts no permanence as a workshop (%j)', (counted, french, english) => {
    expect([fr.count(counted), en.count(counted)]).toEqual([french, english])
  })
})
