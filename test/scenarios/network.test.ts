import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { results } from '../../web/find/words/fr/results.ts'
import { site } from '../../web/find/words/fr/site.ts'
import { proposing } from '../../web/proposals/words/fr/proposing.ts'
import { team } from '../../web/rights/words/fr/team.ts'
import { signIn } from '../browser/shortcuts.ts'
import { signInWithRole } from '../browser/staff.ts'
import { aPerson, openStage, type Stage } from '../browser/stage.ts'
import { settled } from '../browser/state.ts'
import { at, press, searchFor, title } from '../browser/steps.ts'
import { PHONE } from './variants.ts'

/** An agency that a commune runs, attached to the office of Dormans, and another office. */
const [ORBAIS, DORMANS, SEZANNE] = ['09419A', '09378A', '09439A']

const stage = await openStage()
afterAll(() => stage?.close())

const findTheAgency = async (page: Page) => {
  await page.goto('/')
  await searchFor(page, 'orbais l abbaye')
  await settled(page)
  await page.getByText(results.notLent('Orbais-l’Abbaye', undefined)).waitFor()
  await page.getByRole('heading', { name: results.lendersTitle }).waitFor()
  await page.goto(`/lieu/${ORBAIS}`)
  await title(page, 'Orbais-l’Abbaye').waitFor()
  await page.getByText(`${site.kinds['municipal-agency']}, 17 place Saint Réol`).waitFor()
  await page.getByRole('row', { name: /Lundi.*vendredi.*9 h 30.*11 h.*14 h.*15 h/i }).waitFor()
  const nearest = page.locator('.site-list').getByRole('link', { name: 'Montmirail', exact: true })
  await nearest.waitFor()
}

/** Nobody has an account at the agency: its office answers for it. */
const askWhoAnswers = async (page: Page) => {
  await signIn(page, aPerson())
  await press(page.getByRole('link', { name: site.propose }).first())
  await at(page, '/proposer')
  await page.getByText(proposing.leads.office).waitFor()
}

const mayLend = async (page: Page): Promise<boolean> => {
  await page.goto(`/espaces?lieu=${ORBAIS}`)
  const lend = page.getByRole('link', { name: 'Prêter un espace' })
  const refused = page.getByText(/Vous n’avez pas, ou plus, de droit pour cette page/)
  await lend.or(refused).first().waitFor()
  return lend.isVisible()
}

/** The points attached to an office stand among the places of who works there. */
const findThePoint = async (page: Page) => {
  await page.goto('/equipe')
  await press(page.getByText(team.attachedTo('Dormans', 1)))
  await press(page.getByRole('link', { name: 'Orbais-l’Abbaye' }))
  await at(page, '/planning')
}

const tellStory = async (on: Stage) => {
  const visits = await Promise.all([on.visit(PHONE), on.visit(), on.visit()])
  const [resident, office, other] = visits.map(({ page }) => page) as [Page, Page, Page]
  await signInWithRole(office, { ...aPerson('Odile'), role: 'manager', site: DORMANS }, on)
  await signInWithRole(other, { ...aPerson('Yves'), role: 'manager', site: SEZANNE }, on)
  await findTheAgency(resident)
  await askWhoAnswers(resident)
  expect([await mayLend(office), await mayLend(other)]).toEqual([true, false])
  await findThePoint(office)
  expect(visits.flatMap(({ watch }) => watch.faults)).toEqual([])
}

describe.skipIf(!stage)('the network: an agency of a commune that lends nothing yet', () => {
  it('is found, says what it is, when it opens and who lends nearby, and its office runs it', async () => {
    if (stage) await tellStory(stage)
  })
})
