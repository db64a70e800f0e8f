import type { Locator, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { codeSentTo } from './mailbox.ts'
import { focusShown } from './measures.ts'
import { book, bookingsOf, freeHour, signIn } from './shortcuts.ts'
import { aPerson, openStage, type Person, type Stage } from './stage.ts'
import { settled } from './state.ts'
import { at, atSite, timesFromTomorrow, title } from './steps.ts'
import { tellingOf } from './watch.ts'

const stage = await openStage()
afterAll(() => stage?.close())

const MOST_STOPS = 60

const focused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/** Tabs to an element, and checks that the focus stays visible on the way. */
const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor()
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(focusShown)).toBe('shown')
    if (await focused(target)) return
  }
  throw new Error(`the focus never comes to ${target}`)
}

const enter = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

const expectFocus = (target: Locator) => expect.poll(() => focused(target)).toBe(true)

const field = (page: Page, name: string) => page.getByLabel(name)
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Checks that the summary has the focus, and follows its first link to the field. */
const correct = async (page: Page, summary: RegExp, line: RegExp, target: Locator): Promise<void> => {
  await expectFocus(page.getByRole('heading', { level: 2, name: summary }))
  await enter(page, page.getByRole('link', { name: line }))
  await expectFocus(target)
}

const findMontmirail = async (page: Page) => {
  await page.goto('/')
  await enter(page, page.getByRole('link', { name: 'Aller au contenu' }))
  await expectFocus(page.getByRole('main'))
  await enter(page, button(page, 'Voir ce qui est libre'))
  await expectFocus(field(page, 'Votre commune ou code postal'))
  await page.keyboard.type('montmirail')
  await page.keyboard.press('Enter')
  await at(page, '/lieux')
  await enter(page, page.getByRole('link', { name: 'Montmirail', exact: true }))
  await atSite(page)
  await enter(page, page.getByRole('link', { name: /^D’autres heures/ }))
  await at(page, '/reserver')
}

const turnWeek = async (page: Page, to: 'Semaine suivante' | 'Semaine précédente') => {
  const week = page.getByRole('heading', { level: 2, name: /^Du / })
  const before = await week.textContent()
  await enter(page, button(page, to))
  await expect.poll(() => week.textContent()).not.toBe(before)
  await expectFocus(week)
  await settled(page)
}

const chooseTime = async (page: Page) => {
  await turnWeek(page, 'Semaine suivante')
  const times = timesFromTomorrow(page)
  await tabTo(page, times.first())
  expect(await page.evaluate(focusShown)).toBe('shown')
  await page.keyboard.press('Tab')
  await expectFocus(times.nth(1))
  await page.keyboard.press('Enter')
  await at(page, '/coordonnees')
}

const giveDetails = async (page: Page, { name, email }: Person) => {
  const nameField = field(page, 'Votre prénom et votre nom')
  await enter(page, button(page, 'Recevoir mon code'))
  await correct(page, /Il y a des choses à corriger/, /Écrivez votre nom/, nameField)
  await page.keyboard.type(name)
  await tabTo(page, field(page, 'Votre adresse e-mail'))
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await at(page, '/code')
}

const typeCode = async (page: Page, person: Person) => {
  const code = field(page, 'Code à six chiffres')
  await tabTo(page, code)
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await correct(page, /Il y a une chose à corriger/, /Le code a six chiffres/, code)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(await codeSentTo(page, person))
  await page.keyboard.press('Enter')
  await at(page, '/reservation')
  await title(page, 'C’est réservé.').waitFor()
}

const cancel = async (page: Page) => {
  await enter(page, page.getByRole('link', { name: 'Annuler cette réservation' }))
  await at(page, '/annuler')
  await enter(page, button(page, 'Oui, annuler'))
  await expectFocus(title(page, 'C’est annulé.'))
}

const bookAndCancel = async ({ visit }: Stage) => {
  const { page, watch } = await visit()
  const person = aPerson()
  await findMontmirail(page)
  await chooseTime(page)
  await giveDetails(page, person)
  await typeCode(page, person)
  expect((await bookingsOf(page)).map(({ status }) => status)).toEqual(['confirmed'])
  await cancel(page)
  expect((await bookingsOf(page)).map(({ status }) => status)).toEqual(['cancelled'])
  expect(watch.faults).toEqual([])
  expect(tellingOf(watch.addresses, person)).toEqual([])
}

const moveByKeys = async ({ visit }: Stage) => {
  const { page, watch } = await visit()
  await signIn(page, aPerson())
  const { id } = await book(page, await freeHour(page))
  await page.goto(`/reservation?id=${id}`)
  await enter(page, page.getByRole('link', { name: 'Changer l’heure ou le jour' }))
  await at(page, '/deplacer')
  await enter(page, button(page, 'Déplacer ma réservation'))
  await correct(
    page,
    /Il y a une chose à corriger/,
    /Choisissez une heure/,
    page.getByRole('radio', { name: /de \d/ }).first(),
  )
  await turnWeek(page, 'Semaine précédente')
  const times = page.getByRole('radio', { name: /de \d/ })
  await tabTo(page, times.first())
  // A time of today may pass before it is booked.
  const later = page
    .getByRole('group')
    .filter({ has: times, hasNotText: /aujourd’hui/i })
    .getByRole('radio')
    .first()
  while (!(await focused(later))) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await enter(page, button(page, 'Déplacer ma réservation'))
  await at(page, '/reservation')
  await expectFocus(page.getByRole('heading', { level: 2, name: 'C’est déplacé.' }))
  expect(watch.faults).toEqual([])
}

describe.skipIf(!stage)('a person with the keyboard alone', () => {
  it('finds, books and cancels, and always sees where the focus is', async () => {
    if (stage) await bookAndCancel(stage)
  })

  it('moves a booking to another week', async () => {
    if (stage) await moveByKeys(stage)
  })

  it('reaches other hours and the number of places', async () => {
    if (!stage) return
    const { page } = await stage.visit()
    await page.goto('/reserver?site=09410A')
    await enter(page, page.locator('summary'))
    await tabTo(page, field(page, 'Nombre de places'))
    await page.keyboard.press('ArrowDown')
    expect(await field(page, 'Nombre de places').inputValue()).toBe('2')
  })
})
