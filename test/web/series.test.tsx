import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { refusedGroups } from '../../web/series/refused-groups.ts'
import { endOfSeason, seriesOf } from '../../web/series/repetition.ts'
import { seriesApi } from '../../web/series/series-client.ts'
import { BookedDates, RefusedDates } from '../../web/series/series-dates.tsx'
import { dateListWords } from '../../web/series/words/fr/date-list.ts'
import { series } from '../../web/series/words/fr/series.ts'
import { answerFetch } from './answer-fetch.ts'

const CHOICE = {
  site: '09410A',
  space: 'salle',
  date: '2026-11-26',
  start: '18:00',
  end: '20:00',
  use: 'room',
  places: 1,
} as const

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('\u00A0', ' ')
    .replace(/\s+/g, ' ')

test('a choice is repeated on its weekday until a date, that date included', () => {
  const { date: from, ...same } = CHOICE
  const until = '2027-06-24'
  expect(seriesOf(CHOICE, { rhythm: 'week', until })).toEqual({
    ...same,
    from,
    rule: 'FREQ=WEEKLY;UNTIL=20270624',
    mode: 'possible',
    rolling: true,
  })
  expect(seriesOf(CHOICE, { rhythm: 'fortnight', until }).rule).toBe('FREQ=WEEKLY;INTERVAL=2;UNTIL=20270624')
})

test('a choice without an end is repeated until it is stopped', () => {
  expect(seriesOf(CHOICE, { rhythm: 'week' }).rule).toBe('FREQ=WEEKLY')
})

test('a series ends with June, of next year where June is near', () => {
  expect(['2026-11-26', '2027-01-07', '2027-05-31', '2027-06-01'].map(endOfSeason)).toEqual([
    '2027-06-30',
    '2027-06-30',
    '2027-06-30',
    '2028-06-30',
  ])
})

test('a booking is repeated on the dates after its own', () => {
  const until = '2027-06-24'
  expect(seriesOf(CHOICE, { rhythm: 'fortnight', until }, true)).toMatchObject({
    from: CHOICE.date,
    exceptions: [CHOICE.date],
  })
})

test('a booked date leads to its page, with its reference or what became of it', () => {
  const html = render(
    <BookedDates
      hours={CHOICE}
      dates={[
        {
          date: '2026-11-26',
          booking: 'b1',
          reference: 'K7PM-4R',
          status: 'confirmed',
          start: '09:00',
          end: '11:00',
        },
        { date: '2026-12-03', booking: 'b2', reference: 'K7PM-4S', status: 'cancelled' },
        {
          date: '2026-12-10',
          booking: 'b3',
          reference: 'K7PM-4T',
          status: 'confirmed',
          refusal: 'already-started',
        },
      ]}
    />,
  )
  expect(html).toContain('href="/reservation?id=b1"')
  expect(wordsOf(html)).toMatch(/jeudi 26 novembre.*de 9 h à 11 h, référence K7PM-4R.*annulée.*a commencé/)
})

test('a refused date says why, and what is free near it', () => {
  const alternative = { space: 'bureau', date: '2026-12-11', start: '18:00', end: '20:00', places: 3 }
  const html = render(
    <RefusedDates
      what={CHOICE}
      dates={[
        { date: '2026-12-10', refusal: 'taken', placesLeft: 0, alternatives: [alternative] },
        { date: '2026-12-24', refusal: 'outside-opening', open: [['08:00', '14:00']] },
        { date: '2026-12-31' },
      ]}
    />,
  )
  expect(html).toContain('espace=bureau&amp;use=room&amp;date=2026-12-11&amp;de=18:00&amp;a=20:00')
  const words = wordsOf(html)
  expect(words).toMatch(
    /Déjà pris : jeudi 10 décembre\. .*Prêté seulement de 8 h à 14 h : jeudi 24 décembre\./,
  )
  expect(words).toMatch(/Pas encore réservée : jeudi 31 décembre\./)
  expect(words).toMatch(/D’autres heures, ces jours-là.*jeudi 10.*vendredi 11 décembre.*de 18 h à 20 h/)
})

test('a reason is said once, with all its dates', () => {
  const refused = (date: string, refusal: string, facts = {}) => ({ date, refusal, ...facts })
  const groups = refusedGroups([
    refused('2027-03-04', 'taken', { placesLeft: 0 }),
    refused('2027-03-11', 'taken', { placesLeft: 1 }),
    refused('2027-03-18', 'closed', { reason: 'Travaux' }),
    refused('2027-05-06', 'outside-opening', { open: [], holiday: true }),
    refused('2027-05-13', 'outside-opening', { open: [] }),
    refused('2027-05-20', 'quota-reached', { rule: 'active-bookings', limit: 2, passes: '2027-01-01T12:00' }),
    refused('2027-05-27', 'quota-reached', { rule: 'active-bookings', limit: 2, passes: '2027-01-08T12:00' }),
  ])
  expect(groups.map(({ reason, dates }) => `${reason} ${dates.length}`)).toEqual([
    'Déjà pris 2',
    'Fermé (Travaux) 1',
    'Jour férié 1',
    'Pas prêté ce jour-là 1',
    'Vous avez atteint la limite de ce lieu 2',
  ])
  expect(groups[4]?.hint).toContain('Vous avez déjà 2 réservations ici')
})

test('dates are listed as people say them', () => {
  const said = (...dates: string[]) => dateListWords(dates, '2026-11-26')
  expect(said('2027-03-04')).toBe('jeudi 4 mars')
  expect(said('2027-03-04', '2027-03-11')).toBe('les jeudis 4 et 11 mars')
  expect(said('2026-12-24', '2026-12-31', '2027-04-01')).toBe('les jeudis 24 et 31 décembre, 1er avril')
  expect(said('2026-12-24', '2026-12-25')).toBe('jeudi 24 décembre et vendredi 25 décembre')
  expect(said('2027-11-25')).toBe('jeudi 25 novembre 2027')
  expect(said()).toBe('')
})

test('numbers of dates are said as people say them', () => {
  expect([0, 1, 26].map(series.booked)).toEqual(['Aucune date', 'Une date réservée', '26 dates réservées'])
  expect([1, 2].map(series.refusedTitle)).toEqual([
    'Une date n’est pas possible',
    '2 dates ne sont pas possibles',
  ])
})

test('a series is asked for under its key, and cancelled from a date on', async () => {
  const asked: [string, RequestInit][] = []
  answerFetch(async (path, init) => {
    asked.push([path, init])
    return Response.json({ id: 's1' })
  })
  await seriesApi.book(seriesOf(CHOICE, { rhythm: 'week', until: '2027-06-24' }), 'k'.repeat(16))
  await seriesApi.cancel('s/1', '2026-12-10')
  expect(asked.map(([path, { method }]) => `${method} ${path}`)).toEqual([
    'POST /api/series',
    'DELETE /api/series/s%2F1?from=2026-12-10',
  ])
  expect(asked[0]?.[1].headers).toMatchObject({ 'idempotency-key': 'k'.repeat(16) })
})
