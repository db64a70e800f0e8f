import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openCounter } from './counter-stage.ts'
import { focusShown, overflow } from './measures.ts'
import { focusNoticed, settled } from './state.ts'
import { title } from './steps.ts'
import { tellingOf } from './watch.ts'

const stage = await openCounter()
afterAll(() => stage?.close())

/** A keyboard that counts its groups: each key, or each typed text, is one. */
const aKeyboard = (page: Page) => {
  let groups = 0
  return {
    groups: () => groups,
    press: async (...keys: string[]) => {
      for (const key of keys) {
        groups += 1
        await page.keyboard.press(key)
        expect(await page.evaluate(focusShown)).toBe('shown')
      }
    },
    type: async (text: string) => {
      groups += 1
      await page.keyboard.type(text)
    },
  }
}

const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id)

const atCounter = async (options = {}, cookie?: string) => {
  if (!stage) throw new Error('no stage')
  const visit = await stage.visit(options, cookie)
  await visit.page.goto('/guichet?lieu=09410A')
  await title(visit.page, 'Réserver pour quelqu’un').waitFor()
  await visit.page
    .getByRole('radio', { name: /de 8 h/ })
    .first()
    .waitFor()
  await settled(visit.page)
  await expect.poll(() => focusedId(visit.page)).toBe('name')
  return visit
}

type Hours = { readonly space: string; readonly date: string; readonly start: string; readonly end: string }

/** Asks for hours of a whole room that somebody else has. */
const askForTaken = async (page: Page, { space, date, start, end }: Hours, name: string) => {
  await page.getByRole('radio', { name: 'La salle entière' }).check()
  await page.getByLabel('Nom de la personne').fill(name)
  await page.getByLabel('Jour', { exact: true }).fill(date)
  await page.getByLabel('De', { exact: true }).fill(start)
  await page.getByLabel('À', { exact: true }).fill(end)
  await page.getByLabel('Espace').selectOption(space)
  await page.getByRole('button', { name: 'Réserver ces heures' }).click()
  await focusNoticed(page, /Ce créneau vient d’être pris/)
}

describe.skipIf(!stage)('the counter page by the keyboard alone', () => {
  it('books for a person in six groups of keys, name included, and clears its form by one', async () => {
    const { page, watch } = await atCounter()
    const keys = aKeyboard(page)
    await keys.type('Jeanne Martin')
    await keys.press('Tab', 'Tab', 'Tab', 'ArrowDown', 'Enter')
    await title(page, 'C’est réservé.').waitFor()
    expect(keys.groups()).toBeLessThanOrEqual(6)
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
    expect(await page.getByText(/^Référence/).textContent()).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{2}/)
    expect(await page.locator('dl').textContent()).toContain('Jeanne Martin')
    await page.keyboard.press('Escape')
    await title(page, 'Réserver pour quelqu’un').waitFor()
    await expect.poll(() => focusedId(page)).toBe('name')
    expect(await page.getByLabel('Nom de la personne').inputValue()).toBe('')
    expect(watch.faults).toEqual([])
    expect(tellingOf(watch.addresses, { name: 'Jeanne Martin', email: 'martin@example.org' })).toEqual([])
  })

  it('asks whether a person with a known phone is the same, and goes by the answer', async () => {
    const { page } = await atCounter()
    const [name, phone] = [page.getByLabel('Nom de la personne'), page.getByLabel('Téléphone (facultatif)')]
    await name.fill('Paul Petit')
    await phone.fill('03 26 81 20 00')
    await page
      .getByRole('radio', { name: /de 8 h/ })
      .first()
      .check()
    await page.keyboard.press('Enter')
    await title(page, 'C’est réservé.').waitFor()
    await page.keyboard.press('Escape')
    await name.fill('Petit')
    await phone.fill('+33 3 26 81 20 00')
    const asked = page.getByRole('group', { name: /déjà connu : est-ce cette personne/ })
    await asked.waitFor()
    await page
      .getByRole('radio', { name: /de 8 h/ })
      .first()
      .check()
    await page.keyboard.press('Enter')
    await focusNoticed(page, /chose à corriger/)
    await page.getByRole('link', { name: 'Dites si c’est une personne déjà connue.' }).press('Enter')
    await page.keyboard.press('Space')
    expect(await page.getByRole('radio', { name: 'Oui, Paul Petit' }).isChecked()).toBe(true)
    await page.keyboard.press('Enter')
    await focusNoticed(page, /Cette personne a déjà une réservation à cette heure/)
    await page.getByRole('radio', { name: 'Non, quelqu’un d’autre' }).check()
    await page.keyboard.press('Enter')
    await title(page, 'C’est réservé.').waitFor()
    expect(await page.locator('dl').textContent()).toContain('Petit')
  })

  it('refuses what a resident has just booked, and only shows what is free instead (6)', async () => {
    if (!stage) return
    const { page, watch } = await atCounter()
    const room = { space: 'salle', date: '2026-11-23', use: 'room' }
    await page.getByRole('radio', { name: 'La salle entière' }).check()
    await page.getByLabel('Nom de la personne').fill('Marthe')
    await page.getByRole('radio', { name: /lundi 23 novembre, de 8 h à 12 h Salle du premier/ }).check()
    const resident = await stage.api.signIn('resident@example.org')
    expect((await stage.book({ ...room, start: '08:00', end: '12:00' }, resident)).status).toBe(201)
    await page.getByLabel('Nom de la personne').press('Enter')
    await focusNoticed(page, /Ce créneau vient d’être pris/)
    const taken = page.getByRole('radio', { name: /lundi 23 novembre, de 8 h à 12 h Salle du premier/ })
    await taken.waitFor({ state: 'detached' })
    await page.keyboard.press('Tab')
    const other = await page.evaluate(() => document.activeElement?.textContent)
    expect(other).toMatch(/Réserver à la place/)
    await page.keyboard.press('Enter')
    await title(page, 'C’est réservé.').waitFor()
    expect(watch.faults).toEqual([])
  })

  it('books any hours, here and at sites near, and says at the field what is wrong', async () => {
    const { page } = await atCounter()
    await page.getByLabel('Nom de la personne').fill('Odette')
    await page.getByLabel('Jour', { exact: true }).fill('2026-11-27')
    await page
      .getByRole('radio', { name: /vendredi 27 novembre/ })
      .first()
      .waitFor()
    await page.getByLabel('De', { exact: true }).fill('09:15')
    await page.getByLabel('À', { exact: true }).fill('09:00')
    await page.keyboard.press('Enter')
    await page.getByText('Au quart d’heure, après le début.').waitFor()
    await page.getByLabel('À', { exact: true }).fill('21:00')
    await page.keyboard.press('Enter')
    await focusNoticed(page, /L’espace n’est pas prêté à cette heure/)
    await page.getByLabel('À', { exact: true }).fill('11:45')
    await page.keyboard.press('Enter')
    await title(page, 'C’est réservé.').waitFor()
    expect((await page.locator('dl').textContent())?.replaceAll('\u00A0', ' ')).toContain(
      'de 9 h 15 à 11 h 45',
    )
    await page.keyboard.press('Escape')
    await page.getByLabel('Nom de la personne').fill('Odette')
    const near = page.getByRole('radio', { name: /Sézanne, à 17 km/ }).first()
    await near.check()
    expect(await page.getByRole('radio', { name: /Artonges/ }).count()).toBe(0)
    await page.keyboard.press('Enter')
    await title(page, 'C’est réservé.').waitFor()
    expect(await page.locator('dl').textContent()).toContain('Sézanne')
  })

  it('puts a person on the waitlist of a full workshop, and tells the rank', async () => {
    if (!stage) return
    await stage.planWorkshop({ seats: 1 })
    const { page } = await atCounter()
    for (const name of ['Lucette', 'Henri']) {
      await page.getByLabel('Nom de la personne').fill(name)
      await page.getByRole('radio', { name: 'Un atelier' }).check()
      await page.getByRole('radio', { name: /Premiers pas/ }).check()
      await page.keyboard.press('Enter')
      await title(page, name === 'Henri' ? 'Au rang 1 de la liste d’attente.' : 'C’est réservé.').waitFor()
      await page.keyboard.press('Escape')
    }
  })

  it('puts a person who telephones on the waitlist of a taken hour, and lists a call once it is free', async () => {
    if (!stage) return
    const byPhone = await stage.withRole('phone@example.org', 'phone', ['09410A'] as never, 'Inès')
    const { page, watch } = await atCounter({}, byPhone)
    const room = { space: 'salle', date: '2026-11-26', use: 'room', start: '14:00', end: '16:00' }
    const resident = await stage.api.signIn('early@example.org')
    const { id } = (await stage.book(room, resident)).body
    await askForTaken(page, room, 'Denise')
    await page.getByText('Écrivez d’abord son téléphone').waitFor()
    await page.getByLabel('Téléphone (facultatif)').fill('03 26 81 20 44')
    await page.getByRole('button', { name: 'Mettre sur la liste d’attente' }).click()
    await title(page, 'Au rang 1 de la liste d’attente.').waitFor()
    expect((await page.locator('.lead').textContent())?.replaceAll('\u00A0', ' ')).toBe(
      'jeudi 26 novembre, de 14 h à 16 h : une place libérée vous sera montrée, avec qui appeler.',
    )
    await stage.api.call('DELETE', `/bookings/${id}`, { cookie: resident })
    const calls = await stage.api.call('GET', '/sites/09410A/calls', { cookie: byPhone })
    expect(calls.body.calls).toMatchObject([
      { news: 'offered', holderName: 'Denise', phone: '03 26 81 20 44', date: room.date, start: '14:00' },
    ])
    expect(watch.faults).toEqual([])
  })

  it('books an hour that came free just before a person was to wait for it', async () => {
    if (!stage) return
    const { page } = await atCounter()
    const room = { space: 'salle', date: '2026-11-27', use: 'room', start: '14:00', end: '16:00' }
    const resident = await stage.api.signIn('briefly@example.org')
    const { id } = (await stage.book(room, resident)).body
    await askForTaken(page, room, 'Roger')
    await stage.api.call('DELETE', `/bookings/${id}`, { cookie: resident })
    await page.getByRole('button', { name: 'Mettre sur la liste d’attente' }).click()
    await title(page, 'C’est réservé.').waitFor()
    expect(
      (await stage.api.call('GET', '/sites/09410A/calls', { cookie: stage.agent })).body.calls,
    ).not.toContainEqual(expect.objectContaining({ holderName: 'Roger' }))
  })

  it('shows names as they are, and runs nothing in them', async () => {
    const { page, watch } = await atCounter({ viewport: { width: 320, height: 640 } })
    const name = '<img src=x onerror=alert(1)> محمد 😀'
    await page.getByLabel('Nom de la personne').fill(name)
    await page
      .getByRole('radio', { name: /de 8 h/ })
      .first()
      .check()
    expect(await page.evaluate(overflow)).toEqual([])
    await page.keyboard.press('Enter')
    await title(page, 'C’est réservé.').waitFor()
    expect(await page.locator('dd').first().textContent()).toBe(name)
    expect(await page.evaluate(overflow)).toEqual([])
    expect(watch.faults).toEqual([])
  })

  it('tells those without a right what to do, and shows them nobody', async () => {
    if (!stage) return
    const { page } = await stage.visit({}, await stage.api.signIn('nobody@example.org'))
    await page.goto('/guichet?lieu=09410A')
    await page.getByText(/Vous n’avez pas, ou plus, de droit pour cette page/).waitFor()
    const signedOut = await stage.visit({}, '')
    await signedOut.page.goto('/guichet?lieu=09410A')
    await signedOut.page.getByText(/Connectez-vous pour la voir/).waitFor()
  })
})
