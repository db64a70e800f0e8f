import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { type LocalDate, weekdayOf } from '../../shared/domain/local-date.ts'
import { type Choice, detailsAddress } from '../../web/availability/choice.ts'
import { timeRefusals } from '../../web/availability/words/fr/time-refusals.ts'
import { laterDate } from '../../web/kit/later-date.ts'
import { messageTo } from '../browser/mailbox.ts'
import { book, daysOf, freeHours, MONTPEZAT, signIn } from '../browser/shortcuts.ts'
import { signInWithRole } from '../browser/staff.ts'
import { aPerson, openOwnStage, type Stage } from '../browser/stage.ts'
import { noticed } from '../browser/state.ts'
import { at, press, title } from '../browser/steps.ts'
import { aSetUp, fixedOpening } from '../support/lending.ts'
import { PHONE } from './variants.ts'

const SITE = `/api/sites/${MONTPEZAT}`
const SUNDAY = 7

const stage = await openOwnStage()
afterAll(() => stage?.close())

const button = (page: Page, name: string) => press(page.getByRole('button', { name, exact: true }))

/** Everyone books a month ahead, members a year. */
const inTwoMonths = async (page: Page): Promise<Choice> => {
  const today = new Date().toISOString().slice(0, 10)
  for (let later = 50; later < 64; later++) {
    const date = laterDate(today, later)
    const read = await page.request.get(`${SITE}/availability?from=${date}&days=1`)
    const [day] = (await read.json()).days
    const isLent = day.spaces.find((each: { space: string }) => each.space === 'bureau-1').open.length > 0
    if (!isLent || weekdayOf(date as LocalDate) === SUNDAY) continue
    return { site: MONTPEZAT, space: 'bureau-1', date, start: '09:00', end: '12:00', use: 'desk', places: 1 }
  }
  throw new Error('no day is lent in two months')
}

const admit = async (manager: Page, email: string) => {
  await manager.goto(`/adherents?lieu=${MONTPEZAT}`)
  await manager.getByLabel('Son adresse e-mail').fill(email)
  await manager.getByRole('radio', { name: 'Membre', exact: true }).check()
  await button(manager, 'Ajouter')
  await manager.locator('#done', { hasText: email }).waitFor()
}

const expectTooEarly = async (page: Page, choice: Choice) => {
  await page.goto(detailsAddress(choice))
  await button(page, 'Réserver')
  await noticed(page, new RegExp(timeRefusals['beyond-horizon'].title))
}

const askForRoom = async (page: Page) => {
  const [room] = (await freeHours(page, MONTPEZAT)).filter(({ space }) => space === 'salle-reunion')
  if (!room) throw new Error('the meeting room is taken')
  await page.goto(detailsAddress({ ...room, use: 'room' }))
  await button(page, 'Envoyer ma demande')
  await at(page, '/reservation')
  await title(page, 'Demande envoyée').waitFor()
  return room
}

/** The rooms come one after the other: the workshop opens in ten days. */
const lendLater = async (manager: Page) => {
  const from = laterDate(new Date().toISOString().slice(0, 10), 10)
  const data = aSetUp({ name: 'Atelier du garage', openings: [fixedOpening('09:00', '18:00', { from })] })
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const lent = await manager.request.post(`${SITE}/spaces`, { data, headers })
  expect(lent.status()).toBe(201)
  const { id } = await lent.json()
  const open = (await daysOf(manager, MONTPEZAT)).filter(({ spaces }) =>
    spaces.some((each) => each.space === id && each.free.length > 0),
  )
  expect(open.length).toBeGreaterThan(0)
  expect(open.filter(({ date }) => date < from)).toEqual([])
}

/** The commune owns the building: it sees how much it is used, without names, and may close it. */
const seeUse = async (owner: Page, date: string, names: readonly string[]) => {
  await owner.goto(`/planning?lieu=${MONTPEZAT}&du=${date}`)
  await owner.getByText(/^pris/i).first().waitFor()
  const said = await owner.getByRole('main').innerText()
  for (const name of names) expect(said).not.toContain(name)
  await press(owner.getByRole('link', { name: 'Fermer', exact: true }))
  await title(owner, 'Fermer le lieu ou un espace').waitFor()
}

const tellStory = async (on: Stage) => {
  const [maud, paul] = [aPerson('Maud Roche'), aPerson('Paul')]
  const visits = await Promise.all([on.visit(PHONE), on.visit(PHONE), on.visit(), on.visit(PHONE)])
  const [member, passer, manager, owner] = visits.map(({ page }) => page) as [Page, Page, Page, Page]
  await Promise.all([signIn(member, maud), signIn(passer, paul)])
  await signInWithRole(manager, { ...aPerson('Odile'), role: 'manager', site: MONTPEZAT }, on)
  await signInWithRole(owner, { ...aPerson('La mairie'), role: 'owner', site: MONTPEZAT }, on)
  const choice = await inTwoMonths(member)

  await expectTooEarly(member, choice)
  await admit(manager, maud.email)
  await member.reload()
  await button(member, 'Réserver')
  await title(member, 'C’est réservé.').waitFor()
  await expectTooEarly(passer, choice)

  const room = await askForRoom(member)
  await lendLater(manager)
  const [soon] = (await freeHours(passer, MONTPEZAT)).filter(({ space }) => space === 'bureau-2')
  if (!soon) throw new Error('no desk is free')
  await passer.goto(`/lieu/${MONTPEZAT}`)
  await passer.getByText('Les locaux : la commune de Montpezat-sous-Bauzon.').waitFor()
  await book(passer, soon)
  await messageTo(passer, paul, /^C’est réservé/)
  await seeUse(owner, room.date, [maud.name])
  expect(visits.flatMap(({ watch }) => watch.faults)).toEqual([])
}

describe.skipIf(!stage)('Montpezat-sous-Bauzon: a third place above the post office', () => {
  it('has rooms with rules of their own, for its members first, and opens them one by one', async () => {
    if (stage) await tellStory(stage)
  })
})
