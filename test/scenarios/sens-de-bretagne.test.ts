import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { WorkshopSummary } from '../../shared/contracts/workshop-views.ts'
import { codeSentTo, messageTo } from '../browser/mailbox.ts'
import { signInWithRole } from '../browser/staff.ts'
import { aPerson, openStage, type Stage } from '../browser/stage.ts'
import { press, title } from '../browser/steps.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const DESK = { viewport: { width: 1280, height: 800 } }
const SENS = '06632A'

const stage = await openStage()
afterAll(() => stage?.close())

const sittings = async (page: Page, titled: RegExp): Promise<WorkshopSummary[]> => {
  const { workshops } = await (await page.request.get(`/api/workshops?site=${SENS}`)).json()
  return workshops.filter((each: WorkshopSummary) => titled.test(each.title))
}

/** Jeanne has heard of it at the counter, and comes with her husband, to all dates. */
const wholeCycle = async ({ visit }: Stage) => {
  const { page } = await visit(PHONE)
  const person = aPerson('Jeanne Martin')
  const dates = await sittings(page, /arnaques/)
  await page.goto(`/atelier?id=${dates[0]?.id}`)
  const told = page.getByRole('heading', { name: `Un atelier en ${dates.length}\u00A0dates` })
  await told.waitFor()
  await press(page.getByRole('link', { name: 'M’inscrire à toutes les dates' }))
  await title(page, /toutes les dates/).waitFor()
  await page.getByLabel('Pour moi et une autre personne').check()
  await page.getByLabel('Son prénom').fill('Paul')
  await page.getByLabel('Votre prénom et votre nom').fill(person.name)
  await page.getByLabel('Votre adresse e-mail').fill(person.email)
  await press(page.getByRole('button', { name: 'Recevoir mon code' }))
  await page.getByLabel('Code à six chiffres').fill(await codeSentTo(page, person))
  await press(page.getByRole('button', { name: 'M’inscrire à toutes les dates' }))
  await title(page, 'Vos inscriptions').waitFor()
  const outcomes = await page.locator('.sittings > li').allInnerTexts()
  const { text } = await messageTo(page, person, /^C’est réservé/)
  return { dates, outcomes, text }
}

/** Somebody without e-mail asks at the counter for a workshop that is full. */
const atTheCounter = async (told: Stage) => {
  const { page } = await told.visit(DESK)
  await signInWithRole(page, { ...aPerson('Odile'), role: 'agent', site: SENS }, told)
  const [full] = await sittings(page, /intelligence artificielle/)
  await page.goto(`/guichet?lieu=${SENS}`)
  await page.getByLabel('Nom de la personne').fill('Marcel Le Bihan')
  await page.getByLabel('Un atelier').check()
  await page.locator(`input[value="${full?.id}"]`).check()
  await page.getByText('À deux, ou de la part de quelqu’un').click()
  await page.getByLabel('Qui l’oriente').fill('CCAS')
  await press(page.getByRole('button', { name: 'Réserver', exact: true }))
  await title(page, /liste d’attente/).waitFor()
  return { full, said: await page.locator('h1').innerText() }
}

describe.skipIf(!stage)(
  'Sens-de-Bretagne: workshops of six, and one participant who comes to all of them',
  () => {
    it('a couple signs up to a whole cycle on a phone, and waits together where too few seats are left', async () => {
      const { dates, outcomes, text } = await wholeCycle(stage as Stage)
      expect(dates.map(({ seats }) => seats)).toEqual(dates.map(() => 6))
      expect(outcomes).toHaveLength(dates.length)
      for (const outcome of outcomes) expect(outcome).toMatch(/2\s(places)|liste d’attente, rang 1/)
      expect(text).toContain('2 places : vous et Paul')
      expect(text).toContain('À apporter : Votre téléphone, si vous en avez un')
    })

    it('an agent puts somebody without e-mail on the waiting list of a full workshop, with a rank', async () => {
      const { full, said } = await atTheCounter(stage as Stage)
      expect([full?.seats, full?.seatsLeft]).toEqual([6, 0])
      expect(said).toBe(`Au rang ${(full?.waiting ?? 0) + 1} de la liste d’attente.`)
    })
  },
)
