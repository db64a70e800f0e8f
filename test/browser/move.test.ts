import type { Page } from 'playwright-core'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { rangeWords } from '../../web/kit/words/fr/time-words.ts'
import { messagesTo } from './mailbox.ts'
import {
  expectMoved,
  freeEvenings,
  move,
  onlyBooking,
  openMove,
  radioOf,
  timeOf,
  twoEvenings,
} from './moving-steps.ts'
import { book, bookingsOf, cancel, placesLeft, signIn } from './shortcuts.ts'
import { aPerson, openStage, type Person, type Visit } from './stage.ts'
import { noticed } from './state.ts'
import { aDay, at, bookFirstTime, openSite, press, searchFor, title, typeCode } from './steps.ts'
import { tellingOf } from './watch.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

const stage = await openStage()
const visits: (Visit & { readonly person: Person })[] = []

const arrive = async () => {
  if (!stage) throw new Error('there is no browser')
  const visit = { ...(await stage.visit(PHONE)), person: aPerson() }
  visits.push(visit)
  return visit
}

const signedIn = async () => {
  const visit = await arrive()
  await signIn(visit.page, visit.person)
  return visit
}

afterEach(async () => {
  for (const { page, watch, person } of visits.splice(0)) {
    expect(watch.faults).toEqual([])
    expect(tellingOf(watch.addresses, person)).toEqual([])
    // Frees the evenings for the next test.
    for (const { id } of await bookingsOf(page)) await cancel(page, id)
    await page.context().close()
  }
})
afterAll(() => stage?.close())

const codesTo = async (page: Page, person: Person): Promise<number> =>
  (await messagesTo(page, person)).filter(({ subject }) => subject.includes('votre code')).length

describe.skipIf(!stage)('a move of a booking, on a phone', () => {
  it('says where the booking goes, keeps its reference, and frees what it held', async () => {
    const { page, person } = await arrive()
    await page.goto('/')
    await searchFor(page, 'montmirail')
    await openSite(page, 'Montmirail')
    await bookFirstTime(page, person)
    const booking = await onlyBooking(page)
    const old = { ...booking, site: booking.site.id, space: booking.space.id }
    const to = (await freeEvenings(page)).at(-1)
    if (!to) throw new Error('no evening is free')
    const left = await placesLeft(page, old)

    await openMove(page, booking)
    await press(page.getByRole('button', { name: 'Semaine suivante' }))
    await press(radioOf(page, to))
    const words = (await page.locator('form > .going-on').textContent()) ?? ''
    expect(words).toContain(rangeWords(booking.start, booking.end))
    expect(words).toMatch(new RegExp(`${aDay(to.date)}, ${rangeWords(to.start, to.end)}`))
    await move(page)
    await expectMoved(page, to)
    expect(await onlyBooking(page)).toMatchObject({ id: booking.id, reference: booking.reference })
    expect(await placesLeft(page, old)).toBe(left + 1)

    await page.reload()
    await title(page, 'C’est réservé.').waitFor()
    expect(await page.getByText('C’est déplacé').count()).toBe(0)
  })

  it('keeps a part of its own time, or takes other hours than those offered', async () => {
    const { page } = await signedIn()
    const [evening] = await twoEvenings(page)
    const booking = await book(page, { ...evening, end: '19:00' })
    await openMove(page, booking)
    await press(radioOf(page, evening))
    await move(page)
    await expectMoved(page, evening)

    await openMove(page, booking)
    await press(page.locator('summary', { hasText: 'D’autres heures' }))
    await page.getByLabel('Jour', { exact: true }).selectOption(evening.date)
    await page.getByLabel('De', { exact: true }).selectOption('18:30')
    await page.getByLabel('À', { exact: true }).selectOption('19:45')
    await press(page.getByRole('button', { name: 'Déplacer à ces heures' }))
    await expectMoved(page, { ...evening, start: '18:30', end: '19:45' })
  })
})

describe.skipIf(!stage)('a refused move', () => {
  const chosen = async () => {
    const { page, person } = await signedIn()
    const [from, to] = await twoEvenings(page)
    const booking = await book(page, from)
    await openMove(page, booking)
    await press(radioOf(page, to))
    return { page, person, booking, to }
  }

  it('leaves the booking where it was when somebody was faster, with other times at one touch', async () => {
    const { page, booking, to } = await chosen()
    const rival = await signedIn()
    await book(rival.page, { ...to, use: 'desk' })
    await move(page)
    await noticed(page, /Ce créneau vient d’être pris/)
    expect(await onlyBooking(page)).toEqual(booking)
    await radioOf(page, to).waitFor({ state: 'detached' })

    const others = page.locator('.notice').getByRole('button', { name: /Déplacer ici/ })
    expect(await others.count()).toBeGreaterThan(0)
    await press(others.first())
    await at(page, '/reservation')
    await noticed(page, /C’est déplacé/)
    const moved = await onlyBooking(page)
    expect(moved.id).toBe(booking.id)
    expect(timeOf(moved)).not.toEqual(timeOf(booking))
  })

  it('is made once when the network goes away and it is tried again', async () => {
    const { page, to } = await chosen()
    let lost = 0
    await page.route('**/api/bookings/*', async (route) => {
      if (route.request().method() !== 'PATCH' || lost > 0) return route.continue()
      await route.fetch()
      lost += 1
      await route.abort('connectionreset')
    })
    await move(page)
    await noticed(page, /La connexion s’est interrompue/)
    await page.getByText('Nous ne savons pas encore si c’est fait').waitFor()
    await press(page.getByRole('button', { name: 'Réessayer' }))
    await expectMoved(page, to)
    expect(lost).toBe(1)
  })

  it('goes on where it was when somebody who was signed out signs in', async () => {
    const { page, person, to } = await chosen()
    await page.context().clearCookies()
    await move(page)
    await noticed(page, /Vous n’êtes plus connecté/)
    await press(page.getByRole('link', { name: 'Recevoir un code' }))
    await at(page, '/connexion')
    await page.getByLabel('Votre adresse e-mail').fill(person.email)
    await press(page.getByRole('button', { name: 'Recevoir mon code' }))
    await page.getByLabel('Code à six chiffres').waitFor()
    // The first code was for the first sign-in.
    await expect.poll(() => codesTo(page, person)).toBe(2)
    await typeCode(page, person)
    await at(page, '/deplacer')
    await radioOf(page, to).waitFor()
    expect(await radioOf(page, to).getByRole('radio').isChecked()).toBe(true)
    await move(page)
    await expectMoved(page, to)
  })

  it('leads to a new booking of the same kind when the old one is cancelled', async () => {
    const { page, booking } = await chosen()
    await cancel(page, booking.id)
    await move(page)
    await noticed(page, /Cette réservation est annulée/)
    expect(await page.getByRole('button', { name: 'Déplacer ma réservation' }).count()).toBe(0)
    await press(page.getByRole('link', { name: 'Choisir d’autres heures' }))
    await at(page, '/reserver')
    expect(await page.getByRole('radio', { name: 'La salle entière' }).isChecked()).toBe(true)
  })
})
