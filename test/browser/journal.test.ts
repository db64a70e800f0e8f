import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { laterDate } from '../../web/kit/later-date.ts'
import { aKey } from '../support/api.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { signInWithRole } from './staff.ts'
import { aPerson, openStage } from './stage.ts'
import { focusNoticed, settled } from './state.ts'
import { title } from './steps.ts'

const stage = await openStage()
afterAll(() => stage?.close())

const PHONE = { viewport: { width: 360, height: 740 } }

const invite = async (page: Page, origin: string, role: string) => {
  const data = { email: 'louise@example.org', role, scope: `site:${MONTMIRAIL}` }
  const answer = await page.request.post('/api/invitations', { data, headers: { ...aKey(), origin } })
  expect(answer.status()).toBe(201)
  return (await answer.json()).id as string
}

const lines = (page: Page) => page.locator('ol li').allInnerTexts()

describe.skipIf(!stage)('the trail of a site', () => {
  it('tells in French who gave and took back which right, over the period of its address', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit(PHONE)
    await signInWithRole(page, { ...aPerson('Dominique'), role: 'manager' }, stage)
    const id = await invite(page, stage.origin, 'agent')
    expect(
      (await page.request.delete(`/api/invitations/${id}`, { headers: { origin: stage.origin } })).status(),
    ).toBe(204)
    await page.goto(`/journal?lieu=${MONTMIRAIL}`)
    await page.getByText('Dominique (responsable) a retiré une invitation (agent).').waitFor()
    expect((await lines(page)).map((line) => line.split('\n')[1])).toEqual([
      'Dominique (responsable) a retiré une invitation (agent).',
      'Dominique (responsable) a envoyé une invitation (agent).',
    ])
    await page.getByText('Choisir une autre période').click()
    const from = page.getByLabel('Du', { exact: true })
    const to = page.getByLabel('Au', { exact: true })
    const today = await to.inputValue()
    const [first, yesterday] = [laterDate(today, -700), laterDate(today, -1)]
    await from.fill(first)
    await to.fill(yesterday)
    await page.getByRole('button', { name: 'Voir cette période' }).click()
    await page.getByText('Rien dans cette période.').waitFor()
    expect(page.url()).toContain(`/journal?lieu=${MONTMIRAIL}&du=${first}&au=${yesterday}`)
    expect([await from.inputValue(), await to.inputValue()]).toEqual([first, yesterday])
    await page.reload()
    await page.getByText('Rien dans cette période.').waitFor()
    await to.fill(today)
    await page.getByRole('button', { name: 'Voir cette période' }).click()
    await page.getByText('Dominique (responsable) a envoyé une invitation (agent).').waitFor()
    expect(watch.faults).toEqual([])
  })

  it('reads on below its last line, and asks for an end after the beginning', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit(PHONE)
    await signInWithRole(page, { ...aPerson('Dominique'), role: 'manager' }, stage)
    const act = { at: '2026-11-24T10:02', system: false, action: 'close', effect: 'closed' } as const
    const period = { from: '2026-10-25', to: '2026-11-24', kept: '2024-11-24' }
    await page.route(/\/api\/audit\//, (route) => {
      const after = new URL(route.request().url()).searchParams.get('after')
      const [by, about, next] = after
        ? ['Karim', 'b'.repeat(20), undefined]
        : ['Dominique', 'a'.repeat(20), 'later']
      return route.fulfill({ json: { acts: [{ ...act, by, about }], ...period, ...(next && { next }) } })
    })
    await page.goto(`/journal?lieu=${MONTMIRAIL}`)
    await page.getByRole('button', { name: 'Voir plus loin' }).click()
    await page.getByText('Karim').waitFor()
    await settled(page)
    expect((await lines(page)).map((line) => line.split('\n')[1])).toEqual([
      'Dominique a fermé le lieu ou une partie.',
      'Karim a fermé le lieu ou une partie.',
    ])
    expect(await page.getByRole('button', { name: 'Voir plus loin' }).count()).toBe(0)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Karim')
    await page.getByText('Choisir une autre période').click()
    await page.getByLabel('Du', { exact: true }).fill('2026-11-25')
    await page.getByRole('button', { name: 'Voir cette période' }).click()
    await focusNoticed(page, /une chose à corriger/)
    await page.getByRole('link', { name: /vient après le début/ }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('au')
    expect(page.url()).not.toContain('du=')
    expect(watch.faults).toEqual([])
  })

  it('shows a manager of one site nothing of the network', async () => {
    if (!stage) return
    const { page } = await stage.visit(PHONE)
    await signInWithRole(page, { ...aPerson('Dominique'), role: 'manager' }, stage)
    await page.goto('/journal?portee=network')
    await title(page, /^Le journal$/).waitFor()
    await page.getByText(/Vous n’avez pas, ou plus, de droit/).waitFor()
    expect(await lines(page)).toEqual([])
  })
})
