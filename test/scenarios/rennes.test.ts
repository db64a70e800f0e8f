import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import type { WorkshopList } from '../../shared/contracts/workshop-views.ts'
import { hourWords, rangeWords } from '../../web/kit/words/fr/time-words.ts'
import { codeSentTo, messageTo } from '../browser/mailbox.ts'
import { signInWithRole } from '../browser/staff.ts'
import { aPerson, openStage, type Stage } from '../browser/stage.ts'
import { settled } from '../browser/state.ts'
import { at, press, title } from '../browser/steps.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const VILLEJEAN = '06681A'
const OFFICES = ['Cleunay', 'Crimée', 'Le Landrel', 'Villejean', 'Le Gast', 'République']

const stage = await openStage()
afterAll(() => stage?.close())

const plain = (text: string): string => text.replace(/\s+/g, ' ')

const listedIn = async (page: Page, site: string): Promise<WorkshopList['workshops']> =>
  (await (await page.request.get(`/api/workshops?site=${site}`)).json()).workshops

/** Three afternoons, each on the first working day of a month, whatever holiday it begins with. */
const planAfternoons = async (page: Page) => {
  await page.goto(`/planifier?lieu=${VILLEJEAN}`)
  await title(page, /^Planifier/).waitFor()
  await press(page.getByLabel('Permanence, sur rendez-vous'))
  await page.getByLabel('Titre').fill('Le point numérique')
  await page.getByLabel('Quand').selectOption({ label: 'Au début de chaque mois' })
  await page.getByLabel('Jours ouvrés par mois').fill('1')
  await page.getByLabel('Nombre de mois').fill('4')
  await page.getByLabel('De', { exact: true }).fill('09:30')
  await page.getByLabel('À', { exact: true }).fill('12:00')
  await page.getByLabel('Durée d’un rendez-vous').selectOption('30')
  await press(page.getByRole('button', { name: 'Voir les dates' }))
  await press(page.getByRole('button', { name: /^Planifier \d permanences$/ }))
  await title(page, /permanences sont planifiées$/).waitFor()
}

/** Somebody who needs help takes an hour, from the list of their town on. */
const takeAnHour = async (page: Page, id: string, hour: string) => {
  await page.goto('/ateliers?q=rennes')
  await title(page, /près de « rennes »$/).waitFor()
  await settled(page)
  const listed = await page.locator('main').innerText()
  await page.goto(`/atelier?id=${id}`)
  await page.getByRole('heading', { level: 2, name: 'Choisissez une heure' }).waitFor()
  const offered = await page.locator('main').innerText()
  await press(page.getByRole('link', { name: hourWords(hour), exact: true }))
  await at(page, '/inscription')
  const person = aPerson('Odile Le Bihan')
  await page.getByLabel('Votre nom').fill(person.name)
  await page.getByLabel('Votre adresse e-mail').fill(person.email)
  await press(page.getByRole('button', { name: 'Recevoir mon code' }))
  await page.getByLabel('Code à six chiffres').fill(await codeSentTo(page, person))
  await press(page.getByRole('button', { name: 'Prendre ce rendez-vous' }))
  await title(page, 'C’est réservé.').waitFor()
  return { listed, offered, mail: (await messageTo(page, person, /^C’est réservé/)).text }
}

const tell = async (told: Stage) => {
  const { page: hers } = await told.visit(PHONE)
  await signInWithRole(hers, { ...aPerson('Rozenn'), role: 'mediator', site: VILLEJEAN }, told)
  await planAfternoons(hers)
  const planned = (await listedIn(hers, VILLEJEAN)).filter((each) => each.title === 'Le point numérique')
  const [first] = planned
  if (!first) throw new Error('nothing was planned')
  const { page } = await told.visit(PHONE)
  const took = await takeAnHour(page, first.id, '10:30')
  await hers.goto(`/planning?${new URLSearchParams({ lieu: VILLEJEAN, du: first.date })}`)
  await hers.getByRole('link', { name: 'Odile Le Bihan' }).waitFor()
  const who = await hers.locator('main').innerText()
  await hers.goto(`/ma-semaine?du=${first.date}`)
  await hers.getByText('Le point numérique').first().waitFor()
  return { planned, ...took, who, week: await hers.locator('main').innerText() }
}

describe.skipIf(!stage)('Rennes: mediators in six offices on the first working days of the month', () => {
  it('people find them in all six, take an hour or come without one, and the mediator knows who comes when', async () => {
    const { planned, listed, offered, mail, who, week } = await tell(stage as Stage)
    expect(planned.length).toBeGreaterThanOrEqual(3)
    expect(new Set(planned.map(({ date }) => date.slice(0, 7))).size).toBe(planned.length)
    for (const office of OFFICES) expect(listed).toContain(`Rennes ${office}`)
    expect(plain(offered)).toContain('Vous aurez 30 minutes avec Rozenn.')
    expect(plain(offered)).toContain(
      `Sans rendez-vous, vous pouvez aussi venir ${plain(rangeWords('09:30', '12:00'))} : chacun son tour.`,
    )
    expect(plain(mail)).toContain('Rendez-vous : Le point numérique')
    expect(plain(mail)).toContain('de 10 h 30 à 11 h')
    expect(plain(who)).toMatch(/Permanence : Le point numérique.* 1 sur 5 rendez-vous pris.* 10 h 30 Odile/)
    expect(plain(week)).toContain('1 rendez-vous sur 5 : 10 h 30')
  })
})
