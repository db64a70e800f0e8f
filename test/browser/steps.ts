import type { Locator, Page } from 'playwright-core'
import { dayWords } from '../../web/kit/words/fr/time-words.ts'
import { codeSentTo } from './mailbox.ts'
import type { Person } from './stage.ts'

/** Taps where the page has touch, else clicks. */
export const press = async (target: Locator): Promise<void> => {
  const touched = await target.page().evaluate(() => navigator.maxTouchPoints > 0)
  await (touched ? target.tap() : target.click())
}

/** Words of a page without its unbreakable spaces. */
export const plain = (words: string | null): string => (words ?? '').replace(/\s+/g, ' ')

export const title = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { level: 1, name })

/** Matches a day as pages write it, with its year where the site or the machine is in another year. */
export const aDay = (date: string): string => `${dayWords(date)}(?: ${date.slice(0, 4)})?`

export const at = (page: Page, path: string): Promise<void> => page.waitForURL((url) => url.pathname === path)

/** The page of a site. */
export const atSite = (page: Page): Promise<void> =>
  page.waitForURL((url) => /^(\/en)?\/lieu\/\w+$/.test(url.pathname))

export const searchFor = async (page: Page, words: string): Promise<void> => {
  await page.getByLabel('Votre commune ou code postal').fill(words)
  await page.keyboard.press('Enter')
  await at(page, '/lieux')
}

export const openSite = async (page: Page, name: string): Promise<void> => {
  await press(page.getByRole('link', { name, exact: true }))
  await atSite(page)
  await title(page, name).waitFor()
}

/** The links to times on the page that chooses one. */
export const timesFromTomorrow = (page: Page): Locator => {
  const isToday = page.getByRole('heading', { level: 3, name: /aujourd’hui/i })
  return page.locator('.days > section').filter({ hasNot: isToday }).getByRole('link', { name: /de \d/ })
}

/** Chooses the first time from tomorrow on, since one of today may pass, and goes to the details. */
const chooseFirstTime = async (page: Page): Promise<void> => {
  await press(page.getByRole('link', { name: /^D’autres heures/ }).first())
  await at(page, '/reserver')
  await press(timesFromTomorrow(page).first())
  await at(page, '/coordonnees')
}

export const giveDetails = async (page: Page, { name, email }: Person): Promise<void> => {
  await page.getByLabel('Votre prénom et votre nom').fill(name)
  await page.getByLabel('Votre adresse e-mail').fill(email)
  await press(page.getByRole('button', { name: 'Recevoir mon code' }))
  await at(page, '/code')
}

/** Waits for the newest code, beyond a number of earlier ones. */
export const typeCode = async (page: Page, person: Person, earlier = 0): Promise<void> => {
  await page.getByLabel('Code à six chiffres').fill(await codeSentTo(page, person, earlier))
  await press(page.getByRole('button', { name: /^(Réserver ma place|Me connecter)$/ }))
}

/** Books, from the page of a site to the page of the confirmed booking. */
export const bookFirstTime = async (page: Page, person: Person): Promise<void> => {
  await chooseFirstTime(page)
  await giveDetails(page, person)
  await typeCode(page, person)
  await at(page, '/reservation')
  await title(page, 'C’est réservé.').waitFor()
}
