import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { MONTPEZAT } from './shortcuts.ts'
import { signInWithRole } from './staff.ts'
import { aPerson, openStage, type Stage } from './stage.ts'
import { title } from './steps.ts'
import { MONTMIRAIL_TODAY, showToday } from './today-states.ts'

const stage = await openStage()
afterAll(() => stage?.close())

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

const aManager = async (at: Stage) => {
  const visit = await at.visit(PHONE)
  const person = { ...aPerson('Dominique'), role: 'manager' as const, site: MONTPEZAT }
  await signInWithRole(visit.page, person, at)
  return visit
}

/** Where each entry of the navigation begins, from the top. */
const topsOf = (page: Page): Promise<number[]> =>
  page
    .locator('.nav-line .nav-link')
    .evaluateAll((links) => links.map((link) => link.getBoundingClientRect().top))

describe.skipIf(!stage)('a manager on a phone', () => {
  it('has one line of navigation, and opens and leaves the rest with the keyboard', async () => {
    const { page, watch } = await aManager(stage as Stage)
    await page.goto(`/planning?lieu=${MONTPEZAT}`)
    await title(page, /^Du /).waitFor()
    expect(new Set(await topsOf(page)).size).toBe(1)
    const more = page.locator('.nav-more > summary')
    await more.press('Enter')
    await page.getByRole('link', { name: 'Fermer', exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Fermer', exact: true }).waitFor({ state: 'hidden' })
    expect(await more.evaluate((each) => each === document.activeElement)).toBe(true)
    expect(watch.faults).toEqual([])
  })

  it('notes an arrival, and comes to what awaits an answer, in two taps from several sites', async () => {
    const { page, watch } = await aManager(stage as Stage)
    const here = { ...MONTMIRAIL_TODAY, id: MONTPEZAT, name: 'Montpezat' }
    await showToday(page, { sites: [here, { ...here, id: '09439A', name: 'Sézanne' }] })
    const noted: string[] = []
    await page.route(/\/attendance$/, (route) => {
      noted.push(route.request().postData() ?? '')
      return route.fulfill({ json: { status: 'attended' } })
    })
    await page.getByText('Montpezat', { exact: true }).tap()
    await page.getByRole('button', { name: /^Est là/ }).tap()
    await page.getByText('Arrivée notée').nth(1).waitFor()
    expect(noted).toEqual(['{"attended":true}'])
    await page.getByRole('link', { name: /^7 demandes.*Sézanne/ }).waitFor()
    await page.getByText('Montpezat', { exact: true }).tap()
    await page.getByRole('link', { name: /^7 demandes.*Montpezat/ }).tap()
    await title(page, 'À traiter').waitFor()
    expect(watch.faults).toEqual([])
  })

  it('prints the week for a wall on one page that lies across, without a name', async () => {
    const { page } = await aManager(stage as Stage)
    await page.route(/\/planning/, async (route) => {
      if (!route.request().url().includes('/api/')) return route.continue()
      const response = await route.fetch()
      const { days, bookings: _, ...body } = await response.json()
      const [{ date }] = days
      const booking = { id: 'b', reference: 'K7PM-4R', status: 'confirmed', space: body.spaces[0].id, date }
      const rest = { start: '09:00', end: '10:00', use: 'desk', places: 1, begun: false, channel: 'web' }
      const bookings = [{ ...booking, ...rest, holderName: 'Odette Blanc', hasEmail: true }]
      return route.fulfill({ response, json: { ...body, days, bookings } })
    })
    await page.goto(`/planning?lieu=${MONTPEZAT}`)
    await page.getByText('Odette Blanc').waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByText('Odette Blanc').isVisible()).toBe(false)
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper) ?? []
    expect(Number(width)).toBeGreaterThan(Number(height))
  })
})
