import { afterAll, describe, expect, it } from 'vitest'
import { press } from './lending-steps.ts'
import { messageTo } from './mailbox.ts'
import { signIn } from './shortcuts.ts'
import { signInWithRole } from './staff.ts'
import { aPerson, openStage, type Stage } from './stage.ts'
import { title } from './steps.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const stage = await openStage()
afterAll(() => stage?.close())

/** A demo site that lends nothing yet. */
const ORBAIS = '09419A'

const tellStory = async (on: Stage) => {
  const manager = await on.visit()
  const odile = aPerson('Odile')
  await signInWithRole(manager.page, { ...odile, role: 'manager', site: ORBAIS }, on)
  const { page, watch } = await on.visit(PHONE)
  await signIn(page, aPerson())
  await page.goto(`/proposer?lieu=${ORBAIS}`)
  await page.getByLabel('Votre idée').fill('Une chorale')
  await page.getByLabel('Pour qui').fill('Les voisins')
  await page.getByLabel('Quand').fill('Le jeudi soir')
  // The service acts, but its answer is lost.
  await page.route(/\/proposals$/, async (route) => {
    await route.fetch()
    await route.abort()
  })
  await press(page, 'Envoyer mon idée')
  await page.getByRole('heading', { name: 'La connexion s’est interrompue' }).waitFor()
  await page.unroute(/\/proposals$/)
  await page.getByLabel('Quand').fill('Le vendredi soir')
  await press(page, 'Envoyer mon idée')
  await page.getByRole('heading', { name: 'Votre idée est envoyée' }).waitFor()

  const { text } = await messageTo(page, odile, /^Une idée pour Orbais/)
  expect(text).toContain(`/idees?lieu=${ORBAIS}`)
  expect(text).not.toContain('chorale')

  await page.goto('/mes-reservations')
  await page.getByRole('link', { name: 'Mes idées pour des lieux' }).click()
  await title(page, 'Vos idées').waitFor()
  const lines = page.getByRole('listitem').filter({ hasText: 'Une chorale' })
  await expect.poll(() => lines.count()).toBe(2)
  await lines
    .first()
    .getByRole('button', { name: /^Retirer cette idée/ })
    .click()
  await lines.first().getByText('Votre idée est retirée.').waitFor()

  await manager.page.goto(`/idees?lieu=${ORBAIS}`)
  await manager.page.getByText('Le jeudi soir').waitFor()
  expect(await manager.page.getByText('Le vendredi soir').count()).toBe(0)
  expect([...watch.faults, ...manager.watch.faults]).toEqual([])
}

describe.skipIf(!stage)('a person who proposes a use', () => {
  it('sends the proposal again, edited, after a lost answer, sees both and withdraws one', async () => {
    if (stage) await tellStory(stage)
  })
})
