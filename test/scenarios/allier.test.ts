import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { laterDate } from '../../web/kit/later-date.ts'
import { signInStaff } from '../browser/shortcuts.ts'
import { openStage, type Stage } from '../browser/stage.ts'
import { settled } from '../browser/state.ts'
import { plain, press, title } from '../browser/steps.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const DESK = { width: 1280, height: 800 }
const SAINT_GERAND = '00518A'
const NOYANT = '00502A'
const THURSDAY = 4

const stage = await openStage()
afterAll(() => stage?.close())

/** A Thursday that both offices lend. */
const aThursday = async (page: Page): Promise<string> => {
  const today = new Date().toISOString().slice(0, 10)
  const isLent = async (site: string, date: string) => {
    const answer = await page.request.get(`/api/sites/${site}/availability?from=${date}&days=1`)
    const { days } = await answer.json()
    return days[0].spaces.some(({ free }: { free: object[] }) => free.length > 0)
  }
  for (let later = 2; later < 30; later++) {
    const date = laterDate(today, later)
    if (new Date(date).getUTCDay() !== THURSDAY) continue
    if ((await isLent(SAINT_GERAND, date)) && (await isLent(NOYANT, date))) return date
  }
  throw new Error('no Thursday is lent at both offices')
}

const plan = async (page: Page, site: string, name: string, [date, start, end]: [string, string, string]) => {
  await page.goto(`/planifier?lieu=${site}`)
  await title(page, /^Planifier des ateliers/).waitFor()
  await page.getByLabel('Titre').fill(name)
  await page.getByLabel('À partir du').fill(date)
  await page.getByLabel('De', { exact: true }).fill(start)
  await page.getByLabel('À', { exact: true }).fill(end)
  await page.getByLabel('Quand').selectOption({ label: 'Une seule fois' })
  await press(page.getByRole('button', { name: 'Voir les dates' }))
}

const planned = async (page: Page) => {
  await press(page.getByRole('button', { name: 'Planifier 1 atelier' }))
  await title(page, /^L’atelier est planifié/).waitFor()
}

/** As printed, by the objects of the file. */
const paperPages = async (page: Page): Promise<number> =>
  (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0

const theWeek = async ({ visit }: Stage) => {
  const { page } = await visit(PHONE)
  await signInStaff(page, 'nadia')
  const date = await aThursday(page)

  await page.goto('/equipe')
  await press(page.getByRole('link', { name: 'Ma semaine' }).first())
  await title(page, /^Ma semaine, du/).waitFor()
  await press(page.getByText('Les heures de mon contrat'))
  await page.getByLabel('Heures par semaine').fill('18,2')
  await press(page.getByRole('button', { name: 'Enregistrer' }))
  await page.getByRole('link', { name: /par demi-heures/ }).waitFor()
  await page.getByLabel('Heures par semaine').fill('18')
  await press(page.getByRole('button', { name: 'Enregistrer' }))
  await page.getByText(/sur 18\sh/).waitFor()

  await plan(page, SAINT_GERAND, 'Écrire des messages', [date, '09:00', '11:00'])
  await planned(page)
  await plan(page, NOYANT, 'Ses démarches en ligne', [date, '11:30', '12:30'])
  const refusal = page.getByText(/Il y a déjà un atelier ou une permanence ce jour-là/)
  await refusal.waitFor()
  const why = await refusal.innerText()
  await plan(page, NOYANT, 'Ses démarches en ligne', [date, '12:15', '13:15'])
  await planned(page)

  await page.goto(`/ma-semaine?du=${date}`)
  await title(page, /^Ma semaine, du/).waitFor()
  await settled(page)
  const said = await page.locator('main').innerText()
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  await page.setViewportSize(DESK)
  const [monday, thursday] = await Promise.all(
    [0, 3].map((at) => page.locator('.led-days > li').nth(at).boundingBox()),
  )
  return { why, said, wide, monday, thursday, papers: await paperPages(page) }
}

describe.skipIf(!stage)('Allier: one mediator, three offices, 18 hours a week', () => {
  it('she sees her week over all of them, and is never planned where she cannot be in time', async () => {
    const { why, said, wide, monday, thursday, papers } = await theWeek(stage as Stage)
    expect(plain(why)).toContain(
      'Saint-Gérand-le-Puy. Il faut 1 heure 15 de route, 50 km, et il reste 30 minutes.',
    )
    expect(plain(said)).toContain('3 h prévues sur 18 h, et 1 h 15 de route')
    expect(plain(said)).toMatch(
      /9 h – 11 h Écrire des messages Saint-Gérand-le-Puy, Îlot numérique Personne encore.* 1 heure 15 de route, 50 km 12 h 15 – 13 h 15 Ses démarches en ligne Noyant-d’Allier/,
    )
    expect(wide).toBe(false)
    expect(thursday?.y).toBe(monday?.y)
    expect(papers).toBe(1)
  })
})
