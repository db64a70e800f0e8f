import { afterAll, describe, expect, it } from 'vitest'
import { PAGES } from '../../web/pages.ts'
import { shareOf } from '../support/scope.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
afterAll(() => stage?.close())

const addressOf = (page: string): string => (page === 'index' ? '/' : `/${page}`)

const PROSE = [
  '/404',
  '/indisponible',
  '/sans-reseau',
  '/accessibilite',
  '/api',
  '/mentions-legales',
  '/confidentialite',
]

describe.skipIf(!stage)('a page without JavaScript', () => {
  it.each(shareOf(PAGES.map(addressOf)))('says at %s whom to call, and to ask the agent', async (address) => {
    if (!stage) return
    const { page, watch } = await stage.visit({ javaScriptEnabled: false })
    await page.goto(address)
    const spoken = [
      page.locator('.help'),
      ...(PROSE.includes(address) ? [] : [page.locator('.without-script')]),
    ]
    for (const place of spoken) {
      expect(await place.isVisible()).toBe(true)
      expect(await place.textContent()).toMatch(/ppelez le 3631,? ou demandez à l’agent, au guichet/)
    }
    expect(await page.getByRole('link', { name: '3631' }).getAttribute('href')).toBe('tel:3631')
    expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true)
    expect(await page.getByText('Un instant…').isVisible()).toBe(false)
    expect(watch.faults).toEqual([])
    await page.context().close()
  })

  it('leads a search typed at home to the page that says so', async () => {
    if (!stage) return
    const { page } = await stage.visit({ javaScriptEnabled: false })
    await page.goto('/')
    await page.getByLabel('Votre commune ou code postal').fill('montmirail')
    await page.getByRole('button', { name: 'Voir ce qui est libre' }).click()
    await page.waitForURL('/lieux?q=montmirail')
    expect(await page.locator('.without-script').isVisible()).toBe(true)
  })
})
