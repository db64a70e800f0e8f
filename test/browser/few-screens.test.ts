import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { SeriesView } from '../../shared/contracts/series-views.ts'
import { endOfSeason } from '../../web/series/repetition.ts'
import { codeSentTo } from './mailbox.ts'
import { MONTPEZAT, signIn } from './shortcuts.ts'
import { aPerson, openStage, type Person } from './stage.ts'
import { settled } from './state.ts'
import { at, press, title } from './steps.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

const stage = await openStage()
afterAll(() => stage?.close())

/** Counts the screens that a person sees, and what they tap. */
const counting = (page: Page) => {
  const screens: string[] = []
  let taps = 0
  page.on('framenavigated', (frame) => {
    const path = new URL(frame.url()).pathname
    if (frame === page.mainFrame() && path !== screens.at(-1)) screens.push(path)
  })
  return {
    tap: async (target: Locator) => {
      taps += 1
      await press(target)
    },
    screens,
    taps: () => taps,
  }
}

type Counting = ReturnType<typeof counting>

/** The first time from tomorrow on: one of today may pass. */
const anHour = (within: Page | Locator): Locator =>
  within
    .locator('.time')
    .filter({ hasNotText: /aujourd’hui|^ce(t| )/i })
    .first()

const search = async (page: Page, { tap }: Counting) => {
  await page.goto('/')
  await page.getByLabel('Votre commune ou code postal').fill('montmirail')
  await tap(page.getByRole('button', { name: 'Voir ce qui est libre' }))
  await at(page, '/lieux')
}

const slip = async (page: Page) => {
  await at(page, '/reservation')
  await title(page, 'C’est réservé.').waitFor()
}

const giveCode = async (page: Page, person: Person, { tap }: Counting) => {
  await page.getByLabel('Votre prénom et votre nom').fill(person.name)
  await page.getByLabel('Votre adresse e-mail').fill(person.email)
  await tap(page.getByRole('button', { name: 'Recevoir mon code' }))
  await at(page, '/code')
  await page.getByLabel('Code à six chiffres').fill(await codeSentTo(page, person))
  await tap(page.getByRole('button', { name: 'Réserver ma place' }))
}

/** Le Gast at Rennes: its room is lent at fixed hours, a year ahead. */
const findRoom = async (page: Page) => {
  await page.goto('/')
  await press(page.getByRole('link', { name: /Réunir mon association/ }))
  await at(page, '/lieux')
  await page.getByLabel('Votre commune ou code postal').fill('rennes')
  await press(page.getByRole('button', { name: 'Voir ce qui est libre' }))
  await page.waitForURL(/q=rennes/)
  await press(anHour(page.getByRole('listitem').filter({ hasText: 'Le Gast' })))
  await at(page, '/coordonnees')
}

describe.skipIf(!stage)('a booking on a phone', () => {
  it('takes a new person five screens and four taps, from home to the slip', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit(PHONE)
    const counted = counting(page)
    await search(page, counted)
    await counted.tap(anHour(page))
    await at(page, '/coordonnees')
    await giveCode(page, aPerson(), counted)
    await slip(page)
    expect(counted.screens).toEqual(['/', '/lieux', '/coordonnees', '/code', '/reservation'])
    expect(counted.taps()).toBe(4)
    expect(watch.faults).toEqual([])
  })

  it('takes three screens and two taps from an hour that somebody signed in sees', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit(PHONE)
    await signIn(page, aPerson())
    await page.goto('/lieux?q=montmirail')
    const counted = counting(page)
    await counted.tap(anHour(page))
    await at(page, '/coordonnees')
    await counted.tap(page.getByRole('button', { name: 'Réserver', exact: true }))
    await slip(page)
    expect(['/lieux', ...counted.screens]).toEqual(['/lieux', '/coordonnees', '/reservation'])
    expect(counted.taps()).toBe(2)
    expect(watch.faults).toEqual([])
  })

  it('is repeated until June for an association, each date seen before it is booked', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit(PHONE)
    await signIn(page, aPerson('Claire Petit'))
    const association = { name: 'Les Amis du livre', rna: 'W352001234' }
    const headers = { 'idempotency-key': crypto.randomUUID() }
    expect((await page.request.post('/api/associations', { data: association, headers })).ok()).toBe(true)
    await findRoom(page)
    await press(page.getByRole('link', { name: 'Répéter chaque semaine' }))
    await at(page, '/repeter')
    await page.getByRole('radio', { name: association.name }).check()
    const first = new URL(page.url()).searchParams.get('date') ?? ''
    expect(await page.getByLabel('Jusqu’au').inputValue()).toBe(endOfSeason(first))
    await page.getByText(/Ici, on réserve jusqu’au/).waitFor()
    const preview = page.getByRole('heading', { level: 2, name: /^\d+ dates libres$/ })
    const count = Number.parseInt((await preview.textContent()) ?? '', 10)
    expect((await (await page.request.get('/api/me/bookings')).json()).associations[0].bookings).toEqual([])
    await press(page.getByRole('button', { name: `Réserver ces ${count} dates` }))
    await at(page, '/serie')
    await title(page, `${count} dates réservées`).waitFor()
    const id = new URL(page.url()).searchParams.get('id')
    const { dates }: SeriesView = await (await page.request.get(`/api/series/${id}`)).json()
    expect(dates.at(-1)?.date.slice(0, 7)).toBe(endOfSeason(first).slice(0, 7))
    await page.goto('/mes-reservations')
    await page.getByRole('link', { name: /Chaque \S+, de/ }).waitFor()
    await page.getByText(`Les ${count} dates`).waitFor()
    expect(watch.faults).toEqual([])
  })
})

describe.skipIf(!stage)('a place that lends four spaces', () => {
  it.each(['/lieu', '/en/lieu'])('fits three screens of a phone at %s', async (address) => {
    if (!stage) return
    const { page } = await stage.visit({ ...PHONE, viewport: { width: 360, height: 800 } })
    await page.goto(`${address}?id=${MONTPEZAT}`)
    await page.locator('.space-times .time').nth(7).waitFor()
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(3 * 800)
  })
})
