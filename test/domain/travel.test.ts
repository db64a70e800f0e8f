import { describe, expect, it } from 'vitest'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { TimeZone } from '../../shared/domain/instant.ts'
import { minutesBetween, type Place, refusalOfTravel, travelBetween } from '../../shared/domain/travel.ts'
import { PARIS, range } from '../support/builders.ts'

const place = (id: string, lat: number, lon: number, changes: Partial<Place> = {}): Place => ({
  id: id as SiteId,
  name: id,
  departement: '03',
  timeZone: PARIS,
  position: { lat, lon },
  ...changes,
})

const saintGerand = place('Saint-Gérand-le-Puy', 46.257372, 3.512178)
const noyant = place('Noyant-d’Allier', 46.482355, 3.12929)
const molinet = place('Molinet', 46.466013, 3.93647)

describe('the way between two sites', () => {
  it('is the straight line and a third at 50 km/h, with ten minutes of margin, by five minutes', () => {
    // 38.5, 39.9 and 61.9 km as the crow flies.
    expect(travelBetween(saintGerand, noyant)).toEqual({ km: 50, minutes: 75 })
    expect(travelBetween(saintGerand, molinet)).toEqual({ km: 52, minutes: 75 })
    expect(travelBetween(noyant, molinet)).toEqual({ km: 80, minutes: 110 })
  })

  it('is as long back as there, and has its margin even next door', () => {
    expect(travelBetween(noyant, saintGerand)).toEqual(travelBetween(saintGerand, noyant))
    expect(travelBetween(noyant, place('voisin', 46.482355, 3.12929))).toEqual({ km: 0, minutes: 10 })
  })

  it.each([
    ['a position is unknown', { position: undefined }],
    ['the sea is between them', { departement: '974' }],
    ['their clocks differ', { timeZone: 'Pacific/Marquesas' as TimeZone }],
  ])('is not stated when %s', (_, changes) => {
    expect(travelBetween(noyant, { ...molinet, ...changes } as Place)).toBeUndefined()
    expect(travelBetween({ ...molinet, ...changes } as Place, noyant)).toBeUndefined()
  })

  it('goes by ferry to Corsica like by road', () => {
    const ajaccio = place('Ajaccio', 41.92, 8.74, { departement: '2A' })
    expect(travelBetween(noyant, ajaccio)?.minutes).toBeGreaterThan(600)
  })
})

describe('a mediator', () => {
  const morning = { ...range('09:00-11:00'), site: saintGerand }
  const refusal = (times: string, site = noyant) => refusalOfTravel({ ...range(times), site }, [morning])

  it('is elsewhere in time with as many minutes as the way takes, before or after', () => {
    expect(refusal('12:15-14:00')).toBeUndefined()
    expect(refusal('07:00-07:45')).toBeUndefined()
  })

  it('is refused with a quarter of an hour less, with the site, the way and the time that there is', () => {
    const facts = { otherSite: saintGerand.id, otherSiteName: saintGerand.name, km: 50, minutes: 75 }
    expect(refusal('12:00-14:00')).toEqual({ kind: 'travel-too-short', ...facts, freeMinutes: 60 })
    expect(refusal('07:00-08:00')).toEqual({ kind: 'travel-too-short', ...facts, freeMinutes: 60 })
  })

  it('needs no time at one site, nor where nothing is known of the way', () => {
    expect(refusal('11:00-12:00', saintGerand)).toBeUndefined()
    const { position: _, ...unknown } = noyant
    expect(refusal('11:00-12:00', unknown)).toBeUndefined()
  })

  it('is judged on each stay of the day, not on the first', () => {
    const evening = { ...range('18:00-19:00'), site: molinet }
    const wanted = { ...range('16:00-17:00'), site: noyant }
    expect(refusalOfTravel(wanted, [morning, evening])).toMatchObject({ otherSite: molinet.id, minutes: 110 })
  })

  it('has minutes between two times, whichever comes first', () => {
    expect(minutesBetween(range('09:00-10:00'), range('10:30-11:00'))).toBe(30)
    expect(minutesBetween(range('10:30-11:00'), range('09:00-10:00'))).toBe(30)
    expect(minutesBetween(range('09:00-10:00'), range('09:30-11:00'))).toBeLessThan(0)
  })
})
