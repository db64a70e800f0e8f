import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
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

/** Suggestions lie over the button of the search as soon as they come. */
const suggested = (page: Page, name: string): Locator =>
  page.getByRole('option').filter({ hasText: name }).first()

const search = async (page: Page, { tap }: Counting) => {
  await page.goto('/')
  await page.getByLabel('Votre commune ou code postal').fill('montmirail')
  await tap(suggested(page, 'Montmirail'))
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
})

describe.skipIf(!stage)('a place that lends four spaces', () => {
  it.each(['/lieu', '/en/lieu'])('fits three screens of a phone at %s', async (address) => {
    if (!stage) return
    const { page } = await stage.visit({ ...PHONE, viewport: { width: 360, height: 800 } })
    await page.goto(`${address}/${MONTPEZAT}`)
    await page.locator('.space-times .time').nth(7).waitFor()
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(3 * 800)
  })
})
