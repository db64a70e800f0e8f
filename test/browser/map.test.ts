import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { MONTMIRAIL } from './shortcuts.ts'
import { openStage } from './stage.ts'
import { title } from './steps.ts'

const stage = await openStage()
afterAll(() => stage?.close())

const WIDE = { viewport: { width: 1280, height: 800 } }

const isLit = (element: Locator) => expect.poll(() => element.getAttribute('data-lit'))

const pinOf = (page: Page, site: string) => page.locator(`.map-place[data-light="${site}"]`)
const cardOf = (page: Page, site: string) => page.locator(`li[data-light="${site}"]`)

const kilometresSeen = async (page: Page): Promise<number> =>
  Number((await page.locator('.map-sheet').getAttribute('viewBox'))?.split(' ')[2])

describe.skipIf(!stage)('the map beside the list', () => {
  it('lights up what the list is on, and the list what the map is on, by pointer and by keyboard', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit(WIDE)
    await page.goto('/lieux?q=montmirail')
    await pinOf(page, MONTMIRAIL).waitFor()
    const [pin, card] = [pinOf(page, MONTMIRAIL), cardOf(page, MONTMIRAIL)]
    await isLit(pin).toBeNull()
    await card.hover()
    await isLit(pin).toBe('')
    await title(page, /près de Montmirail/).hover()
    await isLit(pin).toBeNull()
    await card.getByRole('link', { name: 'Montmirail', exact: true }).focus()
    await isLit(pin).toBe('')
    await title(page, /près de Montmirail/).click()
    await isLit(pin).toBeNull()
    await pin.locator('.map-pin').click()
    await isLit(card).toBe('')
    await page
      .locator('.map-caption')
      .getByRole('link', { name: /^Montmirail/ })
      .click()
    await title(page, /Montmirail/).waitFor()
    expect(watch.faults).toEqual([])
  })

  it('comes on a phone when it is asked for, and follows buttons and two fingers', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit({ viewport: { width: 360, height: 740 }, hasTouch: true })
    await page.goto('/lieux?q=montmirail')
    await page.getByRole('button', { name: 'Voir la carte' }).waitFor()
    expect(watch.addresses.filter((address) => address.includes('/network-map'))).toEqual([])
    await page.getByRole('button', { name: 'Voir la carte' }).tap()
    await pinOf(page, MONTMIRAIL).waitFor()
    const whole = await kilometresSeen(page)
    await page.getByRole('button', { name: 'Agrandir la carte' }).tap()
    await expect.poll(() => kilometresSeen(page)).toBeCloseTo(whole / 2)
    await page.getByRole('button', { name: 'Aller à gauche' }).tap()
    await page.getByRole('button', { name: 'Réduire la carte' }).tap()
    await expect.poll(() => kilometresSeen(page)).toBeCloseTo(whole)
    await page.locator('.map-frame').evaluate((frame) => {
      const { left, top } = frame.getBoundingClientRect()
      const point = (type: string, pointerId: number, x: number) =>
        frame.dispatchEvent(
          new PointerEvent(type, {
            pointerId,
            clientX: left + x,
            clientY: top + 100,
            pointerType: 'touch',
            bubbles: true,
          }),
        )
      frame.setPointerCapture = () => {}
      point('pointerdown', 1, 140)
      point('pointerdown', 2, 180)
      point('pointermove', 1, 100)
      point('pointermove', 2, 220)
      point('pointerup', 1, 100)
      point('pointerup', 2, 220)
    })
    await expect.poll(() => kilometresSeen(page)).toBeCloseTo(whole / 3)
    expect(watch.faults).toEqual([])
  })
})

describe.skipIf(!stage)('the map of the country', () => {
  it('lights up the département of a row, and leads to the places of a département', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit(WIDE)
    await page.goto('/carte')
    await page
      .getByText(/Sur \d+ points de contact, \d+ prêtent déjà un espace/)
      .first()
      .waitFor()
    const marne = page.locator('.map-outlines [data-light="51"]')
    await page.getByRole('row', { name: /^Marne/ }).hover()
    await isLit(marne).toBe('')
    await page.locator('.map-caption').getByText('Marne : 2 lieux').waitFor()
    await page.locator('.map-outlines [data-light="55"]').click()
    await page.waitForURL(/\/lieux\?departement=55$/)
    expect(watch.faults).toEqual([])
  })
})
