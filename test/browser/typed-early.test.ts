import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { RUNS_ALL } from '../support/scope.ts'
import { openCounter } from './counter-stage.ts'
import { title } from './steps.ts'

const stage = await openCounter()
afterAll(() => stage?.close())

const SLOWED = 6

/** A page whose scripts and answers are held back until let in, on a slow processor. */
const slowly = async (address: string, cookie?: string) => {
  if (!stage) throw new Error('no stage')
  const { page, watch } = await stage.visit({}, cookie)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  const gates = { script: Promise.withResolvers<void>(), answers: Promise.withResolvers<void>() }
  await page.route('**/assets/*', async (route) => {
    await gates.script.promise
    await route.continue()
  })
  await page.route('**/api/**', async (route) => {
    await gates.answers.promise
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  return { page, watch, letIn: (what: keyof typeof gates) => gates[what].resolve() }
}

/** Types letter by letter while scripts and answers arrive. */
const typeWhileArriving = async (text: string, { page, letIn }: Awaited<ReturnType<typeof slowly>>) => {
  const letters = [...text]
  for (const [at, letter] of letters.entries()) {
    if (at === 4) letIn('script')
    if (at === letters.length - 4) letIn('answers')
    await page.keyboard.press(letter)
    await page.waitForTimeout(30)
  }
}

const typedIn = (page: Page, id: string) => page.locator(`#${id}`).inputValue()

describe.skipIf(!stage)('text typed while the script arrives', () => {
  it('stays in the name at the counter, which has the focus from the first', async () => {
    const slow = await slowly('/guichet?lieu=09410A')
    const { page, watch } = slow
    await page.locator('#name:focus').waitFor()
    await typeWhileArriving('Rose-Marie Martin', slow)
    await page
      .getByRole('radio', { name: /de 8 h/ })
      .first()
      .check()
    expect(await typedIn(page, 'name')).toBe('Rose-Marie Martin')
    await page.getByRole('button', { name: 'Réserver', exact: true }).click()
    await title(page, 'C’est réservé.').waitFor()
    expect(await page.locator('dl').textContent()).toContain('Rose-Marie Martin')
    expect(watch.faults).toEqual([])
  })

  it.runIf(RUNS_ALL)(
    'counts at the counter: the known phone, the use, and the field with the focus',
    async () => {
      const { page, watch, letIn } = await slowly('/guichet?lieu=09410A')
      const phone = '03 26 81 77 77'
      await stage?.book({
        space: 'bureau',
        date: '2026-11-26',
        start: '08:00',
        end: '10:00',
        for: { name: 'Paul', phone },
      })
      await page.locator('#name:focus').waitFor()
      await page.getByRole('radio', { name: 'La salle entière' }).check()
      await page.locator('#phone').click()
      await page.keyboard.type(phone)
      await page.keyboard.press('Enter')
      letIn('script')
      letIn('answers')
      await page.getByRole('group', { name: /déjà connu : est-ce cette personne/ }).waitFor()
      await page
        .getByRole('radio', { name: /Salle du premier/ })
        .first()
        .waitFor()
      expect(await page.getByRole('radio', { name: 'La salle entière' }).isChecked()).toBe(true)
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('phone')
      expect([await typedIn(page, 'phone'), new URL(page.url()).pathname]).toEqual([phone, '/guichet'])
      expect(watch.faults).toEqual([])
    },
  )

  it.runIf(RUNS_ALL)(
    'stays in the address to sign in with, and is not sent before the page can',
    async () => {
      const slow = await slowly('/connexion', '')
      const { page, watch } = slow
      await page.locator('#email').click()
      await page.keyboard.type('jea')
      await page.keyboard.press('Enter')
      await typeWhileArriving('nne@example.org', slow)
      expect(await typedIn(page, 'email')).toBe('jeanne@example.org')
      await page.keyboard.press('Enter')
      await title(page, 'Entrez le code').or(title(page, /code/i)).first().waitFor()
      expect(new URL(page.url()).search).toBe('')
      expect(watch.faults).toEqual([])
    },
  )

  it.each(RUNS_ALL ? ['/', '/ateliers'] : ['/'])(
    'stays in the field of the search at %s',
    async (address) => {
      const slow = await slowly(address, '')
      const { page, watch } = slow
      await page.locator('#q').click()
      await typeWhileArriving('montmirail', slow)
      await page.waitForLoadState('networkidle')
      expect([await typedIn(page, 'q'), await page.evaluate(() => document.activeElement?.id)]).toEqual([
        'montmirail',
        'q',
      ])
      await page.keyboard.press('Enter')
      await page.waitForURL(/\?q=montmirail$/)
      expect(watch.faults).toEqual([])
    },
  )
})
