import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { WorkshopSummary } from '../../shared/contracts/workshop-views.ts'
import { signInWithRole } from '../browser/staff.ts'
import { aPerson, openStage, type Stage } from '../browser/stage.ts'
import { settled } from '../browser/state.ts'
import { press, title } from '../browser/steps.ts'

const DESK = { viewport: { width: 1280, height: 800 } }
const WILSON = '07845A'

const stage = await openStage()
afterAll(() => stage?.close())

const workshopsOf = async (page: Page): Promise<WorkshopSummary[]> =>
  (await (await page.request.get(`/api/workshops?site=${WILSON}`)).json()).workshops

/** The mediator meets somebody at the counter, whom France Travail has sent. */
const metAtTheCounter = async (told: Stage) => {
  const { page } = await told.visit(DESK)
  await signInWithRole(page, { ...aPerson('Karim'), role: 'mediator', site: WILSON }, told)
  const workshops = await workshopsOf(page)
  const next = workshops.find(({ level }) => level === 'intermediate')
  await page.goto(`/guichet?lieu=${WILSON}`)
  await page.getByLabel('Nom de la personne').fill('Fatou Diallo')
  await page.getByLabel('Un atelier').check()
  await page.locator(`input[value="${next?.id}"]`).check()
  await page.getByText('À deux, ou de la part de quelqu’un').click()
  await page.getByLabel('Qui l’oriente').fill('France Travail')
  await press(page.getByRole('button', { name: 'Réserver', exact: true }))
  await title(page, 'C’est réservé.').waitFor()
  await page.goto(`/presences?${new URLSearchParams({ lieu: WILSON, id: next?.id ?? '' })}`)
  await page.getByText('Fatou Diallo').first().waitFor()
  await settled(page)
  return { workshops, roll: (await page.locator('main').innerText()).replaceAll('\u00A0', ' ') }
}

describe.skipIf(!stage)(
  'Saint-Étienne Wilson: three levels, eight seats, and people met at the counter',
  () => {
    it('a mediator signs somebody up whom France Travail sent, and sees which levels they have done', async () => {
      const { workshops, roll } = await metAtTheCounter(stage as Stage)
      expect(new Set(workshops.map(({ level }) => level))).toEqual(
        new Set(['beginner', 'intermediate', 'advanced']),
      )
      expect(workshops.every(({ seats }) => seats === 8)).toBe(true)
      expect(roll).toContain('orientation : France Travail')
      expect(roll).toContain('aucun autre niveau fait ici')
    })
  },
)
