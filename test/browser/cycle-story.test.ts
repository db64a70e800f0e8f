import { afterAll, describe, expect, it } from 'vitest'
import { signInStaff } from './shortcuts.ts'
import { openStage, type Stage } from './stage.ts'
import { press, title } from './steps.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const SAINT_GERAND = '00518A'

const stage = await openStage()
afterAll(() => stage?.close())

const planSixteen = async ({ visit }: Stage) => {
  const { page } = await visit(PHONE)
  await signInStaff(page, 'nadia')
  await page.goto(`/planifier?lieu=${SAINT_GERAND}`)
  await title(page, /^Planifier des ateliers/).waitFor()
  await page.getByLabel('Titre').fill('Écrire et recevoir des messages')
  await page.getByLabel('De', { exact: true }).fill('09:00')
  await page.getByLabel('À', { exact: true }).fill('11:00')
  await press(page.getByRole('button', { name: 'Voir les dates' }))
  await page.getByRole('heading', { level: 2, name: /ateliers à planifier/ }).waitFor()
  const shown = await page.locator('.series-dates').first().getByRole('listitem').count()
  await press(page.getByRole('button', { name: /^Planifier \d+ ateliers$/ }))
  await title(page, /ateliers sont planifiés/).waitFor()
  return { shown, planned: await page.locator('a[href^="/atelier?id="]').count() }
}

describe.skipIf(!stage)('a mediator on a phone', () => {
  it('plans a season of sittings with a title, hours and two taps, in less than 90 seconds', async () => {
    const began = performance.now()
    const { shown, planned } = await planSixteen(stage as Stage)
    expect(planned).toBe(shown)
    expect(planned).toBeGreaterThan(8)
    expect(performance.now() - began).toBeLessThan(90_000)
  })
})
