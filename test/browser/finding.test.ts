import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { type Instant, instantAt } from '../../shared/domain/instant.ts'
import { date, NOW, PARIS, time } from '../support/builders.ts'
import { openCounter } from './counter-stage.ts'
import { scan } from './scan.ts'
import { focusNoticed, noticed } from './state.ts'
import { title } from './steps.ts'
import { tellingOf } from './watch.ts'

const stage = await openCounter()
afterAll(() => stage?.close())
afterEach(() => {
  if (stage) stage.api.clock.now = NOW
})

const at = (day: string, hour: string): Instant => instantAt(date(day), time(hour), PARIS)

const booked = async (name: string, day: string, phone?: string) => {
  const who = { name, ...(phone && { phone }) }
  return (await stage?.book({ space: 'bureau', date: day, start: '08:00', end: '12:00', for: who }))?.body
}

describe.skipIf(!stage)('the page that finds bookings at the counter', () => {
  const found = async (q: string) => {
    if (!stage) throw new Error('no stage')
    const visit = await stage.visit({ viewport: { width: 320, height: 640 } })
    await visit.page.goto('/retrouver?lieu=09410A')
    await visit.page.getByLabel('Nom, téléphone ou référence').fill(q)
    await visit.page.keyboard.press('Enter')
    return visit
  }
  it('finds a booking by phone, notes its arrival, and leads to its slip', async () => {
    if (!stage) return
    const { id } = await booked('Élodie Vasseur', '2026-11-24', '03 26 55 00 01')
    stage.api.clock.now = at('2026-11-24', '08:15')
    const { page, watch } = await found('0326550001')
    await focusNoticed(page, /^1 réservation$/)
    await page.getByRole('button', { name: 'Noter l’arrivée : Élodie Vasseur' }).press('Enter')
    await page
      .getByText(/arrivée notée/)
      .first()
      .waitFor()
    expect(await stage.api.deps.bookings.findBooking(id)).toMatchObject({ status: 'attended' })
    await page.getByRole('link', { name: 'Bordereau : Élodie Vasseur' }).press('Enter')
    await title(page, 'Bordereau').waitFor()
    expect(watch.faults).toEqual([])
    expect(tellingOf(watch.addresses, { name: 'Vasseur', email: '0326550001@example.org' })).toEqual([])
  })

  it('cancels a booking by two presses, and not by one', async () => {
    if (!stage) return
    const { id } = await booked('Firmin Lacaze', '2026-11-25')
    const { page } = await found('lacaze')
    await page.getByRole('button', { name: 'Annuler : Firmin Lacaze' }).click()
    await page.getByRole('button', { name: 'Non, garder : Firmin Lacaze' }).click()
    expect(await stage.api.deps.bookings.findBooking(id)).toMatchObject({ status: 'confirmed' })
    await page.getByRole('button', { name: 'Annuler : Firmin Lacaze' }).click()
    await page.getByRole('button', { name: 'Oui, annuler : Firmin Lacaze' }).click()
    await page.getByText(/· annulée/).waitFor()
    expect(await stage.api.deps.bookings.findBooking(id)).toMatchObject({ status: 'cancelled' })
  })

  it('shows what was asked last, whatever is answered last', async () => {
    await booked('Léontine Fabre', '2026-11-25')
    const { page } = await found('Fabre')
    await focusNoticed(page, /^1 réservation$/)
    let late = () => {}
    await page.route(/\/bookings\/search$/, async (route) => {
      await new Promise<void>((resolve) => {
        late = resolve
      })
      await route.continue()
    })
    const field = page.getByLabel('Nom, téléphone ou référence')
    await field.fill('Fabre')
    const asked = page.waitForRequest(/\/bookings\/search$/)
    await page.keyboard.press('Enter')
    await asked
    await field.fill('Fa')
    await page.keyboard.press('Enter')
    const tooShort = page.getByText('Écrivez au moins trois lettres ou chiffres.')
    await tooShort.waitFor()
    const answered = page.waitForResponse(/\/bookings\/search$/)
    late()
    await (await answered).finished()
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await tooShort.isVisible()).toBe(true)
  })

  it('finds nothing by the beginning of a name or by a star (47)', async () => {
    await booked('Bernadette Roy', '2026-11-26')
    const { page, watch } = await found('Bern')
    await focusNoticed(page, /Rien à ce nom/)
    const searches = () => watch.addresses.filter((address) => address.endsWith('/bookings/search')).length
    expect(searches()).toBe(1)
    for (const q of ['be', '**', '*']) {
      await page.getByLabel('Nom, téléphone ou référence').fill(q)
      await page.keyboard.press('Enter')
      await page.getByText('Écrivez au moins trois lettres ou chiffres.').waitFor()
    }
    await page.getByLabel('Nom, téléphone ou référence').fill('Bernadette')
    await page.keyboard.press('Enter')
    await noticed(page, /^1 réservation$/)
    expect(searches()).toBe(2)
  })
})

describe.skipIf(!stage)('the page for the door', () => {
  const atTheDoor = async () => {
    if (!stage) throw new Error('no stage')
    const visit = await stage.visit({ viewport: { width: 1024, height: 768 } }, '')
    await visit.page.clock.install({ time: stage.api.clock.now })
    await visit.page.goto('/borne?lieu=09410A')
    await title(visit.page, 'Montmirail').waitFor()
    return visit
  }

  it('tells nobody who comes, says the address in words, and offers a code to scan', async () => {
    await booked('Yvonne Kerleo', '2026-11-24', '03 26 55 00 02')
    const { page, watch } = await atTheDoor()
    expect(await page.content()).not.toMatch(/Kerleo|55 00 02/)
    const code = page.getByRole('img', {
      name: /Carré à viser, qui mène à l’adresse http:\/\/localhost:\d+\/lieu\/09410A/,
    })
    expect(await scan(code)).toEqual([`${stage?.origin}/lieu/09410A`])
    await page
      .getByText(/localhost:\d+\/lieu\/09410A/)
      .first()
      .waitFor()
    expect(watch.faults).toEqual([])
  })

  it('reads itself again each minute, moves nothing by it, and says when it knows no more', async () => {
    if (!stage) return
    const { page } = await atTheDoor()
    const room = page.getByRole('listitem').filter({ hasText: 'Salle du premier' })
    await room.getByText(/Libre aujourd’hui/).waitFor()
    const places = () =>
      page.locator('h1, h2, .qr-code').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().y))
    const before = await places()
    const whole = { space: 'salle', use: 'room', date: '2026-11-21', start: '10:30', end: '15:00' }
    expect((await stage.book({ ...whole, for: { name: 'Chorale' } })).status).toBe(201)
    await page.clock.runFor(61_000)
    await room.getByText(/Libre aujourd’hui, de 15.h à 20.h/).waitFor()
    expect(await places()).toEqual(before)
    await page.route(/\/api\//, (route) => route.abort())
    await page.clock.runFor(360_000)
    await page.getByText(/Nous ne savons plus ce qui est libre/).waitFor()
  })

  it('stands still when told to', async () => {
    const { page, watch } = await atTheDoor()
    await page.getByRole('button', { name: 'Ne plus mettre à jour' }).click()
    await page.getByRole('button', { name: 'Mettre à jour', exact: true }).waitFor()
    const asked = () => watch.addresses.filter((address) => address.includes('/api/')).length
    const before = asked()
    await page.clock.runFor(300_000)
    expect(asked()).toBe(before)
  })
})
