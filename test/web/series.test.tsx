import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { seriesOf } from '../../web/series/repetition.ts'
import { seriesApi } from '../../web/series/series-client.ts'
import { BookedDates, RefusedDates } from '../../web/series/series-dates.tsx'
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
  expect(seriesOf(CHOICE, { rhythm: 'week', until, mode: 'possible' })).toEqual({
    ...same,
    from,
    rule: 'FREQ=WEEKLY;UNTIL=20270624',
    mode: 'possible',
  })
  expect(seriesOf(CHOICE, { rhythm: 'fortnight', until, mode: 'all' }).rule).toBe(
    'FREQ=WEEKLY;INTERVAL=2;UNTIL=20270624',
  )
})

test('a booking is repeated on the dates after its own', () => {
  const until = '2027-06-24'
  expect(seriesOf(CHOICE, { rhythm: 'fortnight', until, mode: 'possible' }, true)).toMatchObject({
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
    /jeudi 10 décembre.*vient d’être pris.*À la place :.*vendredi 11 décembre.*de 18 h à 20 h/,
  )
  expect(words).toMatch(/24 décembre.*n’est pas prêté.*de 8 h à 14 h.*31 décembre.*pas encore réservée/)
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
  await seriesApi.book(seriesOf(CHOICE, { rhythm: 'week', until: '2027-06-24', mode: 'all' }), 'k'.repeat(16))
  await seriesApi.cancel('s/1', '2026-12-10')
  expect(asked.map(([path, { method }]) => `${method} ${path}`)).toEqual([
    'POST /api/series',
    'DELETE /api/series/s%2F1?from=2026-12-10',
  ])
  expect(asked[0]?.[1].headers).toMatchObject({ 'idempotency-key': 'k'.repeat(16) })
})
