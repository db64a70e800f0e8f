import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { wayIn } from '../../web/availability/words/fr/way-in.ts'
import { filterWords } from '../../web/find/words/fr/filters.ts'
import { site } from '../../web/find/words/fr/site.ts'
import { signIn } from '../browser/shortcuts.ts'
import { signInWithRole } from '../browser/staff.ts'
import { aPerson, openOwnStage, type Stage } from '../browser/stage.ts'
import { settled } from '../browser/state.ts'
import { at, plain, press, searchFor, title } from '../browser/steps.ts'
import { nextDay, startingAt } from '../support/clock.ts'
import { PHONE } from './variants.ts'

/** Post offices are closed by then. */
const SATURDAY = nextDay(6)
const stage = await openOwnStage(startingAt(SATURDAY, 14))
afterAll(() => stage?.close())

const BLOSNUP = 'BLOSNUP'
const HOST = 'Maëlle, de l’équipe'

const book = async (page: Page) => {
  await at(page, '/coordonnees')
  await press(page.getByRole('button', { name: 'Réserver', exact: true }))
  await at(page, '/reservation')
  await title(page, 'C’est réservé.').waitFor()
  return plain(await page.getByRole('article').textContent())
}

const bookATableToday = async (page: Page) => {
  await page.goto('/')
  await searchFor(page, 'rennes')
  await settled(page)
  await press(page.getByText(filterWords.summary))
  await page.getByLabel(filterWords.day).selectOption(SATURDAY)
  await page.getByLabel(filterWords.access).selectOption('open')
  await press(page.getByRole('button', { name: filterWords.submit }))
  await page.waitForURL(/access=open/)
  await settled(page)
  await press(page.getByRole('link', { name: 'Blosn’up', exact: true }).first())
  await title(page, 'Blosn’up').waitFor()
  await page.getByText(new RegExp(`^${site.kinds['partner-shop']}`)).waitFor()
  await page.getByText(site.counterOpen).waitFor()
  await page.getByRole('row', { name: /samedi.*10 h.*18 h/i }).waitFor()
  await press(page.locator('.space-times .time').first())
  expect(await book(page)).toContain(plain(wayIn.kinds.open))
}

/** Who comes to open is told to who has booked, and to nobody else. */
const bookAnEvening = async (page: Page) => {
  await page.goto('/lieu/ACSOMUR')
  await title(page, 'AcSoMur').waitFor()
  await press(page.locator('.space-card summary').first())
  await page.getByText(wayIn.hostLater).first().waitFor()
  expect(await page.content()).not.toContain('Maëlle')
  await press(page.getByRole('link', { name: /^D’autres heures/ }).first())
  await at(page, '/reserver')
  await press(page.getByRole('link', { name: /21.h/ }).last())
  expect(await book(page)).toContain(plain(wayIn.host(HOST)))
}

const seeWhoComes = async (page: Page, name: string) => {
  await page.goto(`/feuille?lieu=${BLOSNUP}&date=${SATURDAY}`)
  const paper = page.getByRole('article')
  await paper.waitFor()
  await page.getByRole('radio', { name: 'Pour le guichet, avec les noms' }).check()
  expect(await paper.textContent()).toContain(name)
}

const tellStory = async (on: Stage) => {
  const camille = aPerson()
  const [{ page, watch }, { page: team, watch: watchTeam }] = await Promise.all([on.visit(PHONE), on.visit()])
  await signIn(page, camille)
  await bookATableToday(page)
  await bookAnEvening(page)
  await signInWithRole(team, { ...aPerson('Bintou'), role: 'agent', site: BLOSNUP }, on)
  await seeWhoComes(team, camille.name)
  expect([...watch.faults, ...watchTeam.faults]).toEqual([])
}

describe.skipIf(!stage)('Blosn’up and AcSoMur: relays that companies of the neighbourhood run', () => {
  it('lend by hours and hosts of their own, when post offices are closed, to who their team expects', async () => {
    if (stage) await tellStory(stage)
  })
})
