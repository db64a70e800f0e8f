import type { Locator, Page } from 'playwright-core'
import { dayWords } from '../../web/kit/words/fr/time-words.ts'
import { codeSentTo } from './mailbox.ts'
import type { Person } from './stage.ts'

/** As a finger does where the page is touched, as a mouse does elsewhere. */
export const press = async (target: Locator): Promise<void> => {
  const touched = await target.page().evaluate(() => navigator.maxTouchPoints > 0)
  await (touched ? target.tap() : target.click())
}

export const title = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name })

/** A day and no more, as pages write it: with its year where today, at the place or on the machine, is in another. */
export const aDay = (date: string): string => `${dayWords(date)}(?: ${date.slice(0, 4)})?`

/** Waits for a page of that path, loaded. */
export const at = (page: Page, path: string): Promise<void> => page.waitForURL((url) => url.pathname === path)

export const searchFor = async (page: Page, words: string): Promise<void> => {
  await page.getByLabel('Votre commune ou code postal').fill(words)
  await press(page.getByRole('button', { name: 'Voir ce qui est libre' }))
  await at(page, '/lieux')
}

export const openSite = async (page: Page, name: string): Promise<void> => {
  await press(page.getByRole('link', { name, exact: true }))
  await at(page, '/lieu')
  await title(page, name).waitFor()
}

/** From the page of a place to the details, with the first time from tomorrow on: one of today may pass meanwhile. */
export const chooseFirstTime = async (page: Page): Promise<void> => {
  await press(page.getByRole('link', { name: /^Choisir une heure/ }).first())
  await at(page, '/reserver')
  const time = page.locator('label', { has: page.getByRole('radio', { name: /^de / }) })
  const day = page.getByRole('group').filter({ has: time, hasNotText: /aujourd’hui/i })
  await press(day.first().locator(time).first())
  await press(page.getByRole('button', { name: 'Continuer', exact: true }))
  await at(page, '/coordonnees')
}

export const giveDetails = async (page: Page, { name, email }: Person): Promise<void> => {
  await page.getByLabel('Votre nom, ou celui de votre association').fill(name)
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await press(page.getByRole('button', { name: 'Recevoir mon code' }))
  await at(page, '/code')
}

/** The newest code, once there is one beside so many earlier ones. */
export const typeCode = async (page: Page, person: Person, earlier = 0): Promise<void> => {
  await page.getByLabel('Code à six chiffres').fill(await codeSentTo(page, person, earlier))
  await press(page.getByRole('button', { name: /^(Réserver ma place|Me connecter)$/ }))
}

/** From the page of a place to the confirmed booking's own page. */
export const bookFirstTime = async (page: Page, person: Person): Promise<void> => {
  await chooseFirstTime(page)
  await giveDetails(page, person)
  await typeCode(page, person)
  await at(page, '/reservation')
  await title(page, 'C’est réservé.').waitFor()
}
