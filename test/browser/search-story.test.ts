import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openStage } from './stage.ts'

const stage = await openStage()
afterAll(() => stage?.close())

const place = (page: Page) => page.getByRole('combobox', { name: 'Votre commune ou code postal' })
const suggestions = (page: Page) => page.getByRole('option')

const type = async (page: Page, text: string): Promise<void> => {
  await place(page).click()
  await place(page).fill('')
  await page.keyboard.type(text)
}

describe.skipIf(!stage)('a list of places', () => {
  it('goes on, for the keyboard too, at the first of those that are added', async () => {
    if (!stage) return
    const { page } = await stage.visit()
    await page.goto('/lieux?q=rennes')
    const cards = page.locator('.site-list > li')
    await cards.first().waitFor()
    const before = await cards.count()
    await page.getByRole('button', { name: 'Montrer plus de lieux' }).press('Enter')
    const first = cards.nth(before).getByRole('link').first()
    await expect.poll(() => first.evaluate((each) => each === document.activeElement)).toBe(true)
  })
})

describe.skipIf(!stage)('the field for a place', () => {
  it('is used by keyboard alone: arrows choose, Escape closes, Enter sends what is typed', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit()
    await page.goto('/')
    await type(page, 'montmirail')
    await suggestions(page).first().waitFor()
    await page.getByText(/communes? proposées?/).waitFor()
    expect(await place(page).getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    const active = await place(page).getAttribute('aria-activedescendant')
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await suggestions(page).count()).toBe(0)
    expect(await place(page).inputValue()).toBe('montmirail')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/lieux\?q=montmirail$/)
    await page.goBack()
    await type(page, 'montmirai')
    await suggestions(page).first().waitFor()
    await page.keyboard.press('ArrowDown')
    // A new letter means the field again, and not the suggestion for the letters of before.
    await page.keyboard.press('l')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/lieux\?q=montmirail$/)
    await page.goBack()
    await type(page, 'montmirail')
    await suggestions(page).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/lieux\?q=Montmirail&locality=51380$/)
    expect(watch.faults).toEqual([])
  })

  it('shows the suggestions for what was typed last, whatever is answered last', async () => {
    if (!stage) return
    const { page } = await stage.visit()
    await page.goto('/')
    const late = Promise.withResolvers<void>()
    await page.route(/\/localities\?q=mont&/, async (route) => {
      await late.promise
      await route.continue()
    })
    const asked = page.waitForRequest(/\/localities\?q=mont&/)
    await type(page, 'mont')
    await asked
    await type(page, 'rennes')
    await suggestions(page).filter({ hasText: 'Rennes' }).first().waitFor()
    const answered = page.waitForResponse(/\/localities\?q=mont&/)
    late.resolve()
    await (await answered).finished()
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await suggestions(page).first().innerText()).toContain('Rennes')
  })
})
