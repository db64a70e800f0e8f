import { describe, expect, it } from 'vitest'
import { isPublicHoliday, publicHolidays } from '../../shared/domain/public-holidays.ts'
import { territoryOf } from '../../shared/domain/territory.ts'
import { date } from '../support/builders.ts'

describe('a territory', () => {
  it.each([
    ['51210', undefined, '51', 'Europe/Paris'],
    ['20000', undefined, '2A', 'Europe/Paris'],
    ['20200', undefined, '2B', 'Europe/Paris'],
    ['98000', undefined, '980', 'Europe/Paris'],
    ['97400', undefined, '974', 'Indian/Reunion'],
    ['97110', undefined, '971', 'America/Guadeloupe'],
    ['97133', undefined, '977', 'America/St_Barthelemy'],
    ['97150', undefined, '978', 'America/Marigot'],
    ['97200', undefined, '972', 'America/Martinique'],
    ['97300', undefined, '973', 'America/Cayenne'],
    ['97500', undefined, '975', 'America/Miquelon'],
    ['97600', undefined, '976', 'Indian/Mayotte'],
    ['98600', undefined, '986', 'Pacific/Wallis'],
    ['98714', '98735', '987', 'Pacific/Tahiti'],
    ['98742', '98731', '987', 'Pacific/Marquesas'],
    ['98755', '98719', '987', 'Pacific/Gambier'],
    ['98800', undefined, '988', 'Pacific/Noumea'],
  ])('of postcode %s (%s) is %s, on the clock of %s', (postcode, insee, departement, timeZone) => {
    expect(territoryOf(postcode, insee)).toEqual({ departement, timeZone })
  })
})

describe('public holidays', () => {
  it('are the eleven of the Code du travail in 2027', () => {
    expect([...publicHolidays(2027, '51')].sort()).toEqual([
      '2027-01-01',
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-08',
      '2027-05-17',
      '2027-07-14',
      '2027-08-15',
      '2027-11-01',
      '2027-11-11',
      '2027-12-25',
    ])
  })

  it.each([
    ['67', '2027-03-26'],
    ['57', '2026-12-26'],
    ['974', '2026-12-20'],
    ['976', '2027-04-27'],
    ['972', '2027-05-22'],
    ['971', '2027-05-27'],
    ['973', '2027-06-10'],
  ])('of %s include %s, which is an ordinary day in the Marne', (departement, day) => {
    expect(isPublicHoliday(date(day), departement)).toBe(true)
    expect(isPublicHoliday(date(day), '51')).toBe(false)
  })
})
