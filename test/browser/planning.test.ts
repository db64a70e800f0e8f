import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { book, freeHours, freeTwice, MONTPEZAT, signIn } from './shortcuts.ts'
import { signInWithRole } from './staff.ts'
import { aPerson, openStage, type Stage } from './stage.ts'
import { answering, focusNoticed, noticed, settled } from './state.ts'
import { title } from './steps.ts'

const stage = await openStage()
afterAll(() => stage?.close())

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

/** A request of a club for the room. */
const aRequest = async ({ visit }: Stage) => {
  const { page } = await visit()
  await signIn(page, aPerson('Le club de lecture'))
  const time = (await freeHours(page, MONTPEZAT)).find(({ space }) => space === 'salle-reunion')
  if (!time) throw new Error('the room is never free')
  return { page, request: await book(page, { ...time, use: 'room' }) }
}

const aManager = async (at: Stage, options = {}) => {
  const { page, watch } = await at.visit(options)
  const person = { ...aPerson('Dominique'), role: 'manager' as const, site: MONTPEZAT }
  return { page, watch, ...(await signInWithRole(page, person, at)) }
}

const planning = async (page: Page) => {
  await page.goto(`/planning?lieu=${MONTPEZAT}`)
  await title(page, /^Du /).waitFor()
}

const statusOf = async (page: Page, id: string) =>
  (await (await page.request.get(`/api/bookings/${id}`)).json()).status

/** Paths of the links of a page. */
const pathsIn = async (page: Page, within: string): Promise<string[]> => [
  ...new Set(
    await page
      .locator(`${within} a`)
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname)),
  ),
]

describe.skipIf(!stage)('a mediator', () => {
  it('sees in the week who comes, notes who is there, and is led to nothing that is not theirs', async () => {
    if (!stage) return
    const { page: manager } = await aManager(stage)
    const time = (await freeHours(manager, MONTPEZAT)).find(({ space }) => space === 'bureau-2')
    if (!time) throw new Error('the desk is never free')
    const booked = await book(manager, { ...time, for: { name: 'Odette', phone: '06 12 34 56 78' } })
    const { page, watch } = await stage.visit(PHONE)
    const person = { ...aPerson('Sophie'), role: 'mediator' as const, site: MONTPEZAT }
    await signInWithRole(page, person, stage)
    await page.goto(`/planning?lieu=${MONTPEZAT}&du=${time.date}`)
    await title(page, /^Du /).waitFor()
    expect((await pathsIn(page, 'main')).sort()).toEqual([
      '/agendas',
      '/aujourd-hui',
      '/borne',
      '/cles',
      '/copier',
      '/demandes',
      '/equipe',
      '/feuille',
      '/guichet',
      '/locaux',
      '/ma-semaine',
      '/planifier',
      '/planning',
      '/traiter',
    ])
    await page.getByRole('link', { name: /Odette/ }).tap()
    await title(page, /Réservation confirmée/).waitFor()
    await page.getByText('06 12 34 56 78').first().waitFor()
    await page.getByRole('link', { name: 'Déplacer' }).waitFor()
    await page
      .getByRole('main')
      .getByRole('button', { name: /Annuler/ })
      .waitFor()
    await answering(page, /\/api\/bookings\/[0-9a-z]+$/, (body) => ({ ...body, begun: true }))
    await page.route(/\/attendance$/, (route) =>
      route.fulfill({ json: { ...booked, status: 'attended', begun: true } }),
    )
    await page.reload()
    await page.getByRole('button', { name: 'Cette personne est là' }).tap()
    await title(page, 'Arrivée notée').waitFor()
    expect(watch.faults).toEqual([])
  })
})

describe.skipIf(!stage)('a manager', () => {
  it('accepts a request in three taps on a phone, and takes a booking back with a reason', async () => {
    if (!stage) return
    const { page: asker, request } = await aRequest(stage)
    const { page, watch } = await aManager(stage, PHONE)
    await planning(page)
    await page
      .getByRole('link', { name: /attend/ })
      .first()
      .tap()
    await page.getByRole('button', { name: /^Accepter la demande/ }).tap()
    await page.getByText('Réservation confirmée').waitFor()
    expect(await statusOf(asker, request.id)).toBe('confirmed')
    await page.goto(`/traiter?lieu=${MONTPEZAT}&id=${request.id}`)
    await page.getByRole('button', { name: 'Annuler cette réservation' }).tap()
    await page.getByLabel('Le motif').fill('Le chauffage est en panne.')
    await page.getByRole('button', { name: 'Annuler cette réservation' }).tap()
    await noticed(page, /C’est fait/)
    await page.getByText('Un message part vers cette personne').waitFor()
    await asker.goto(`/reservation?id=${request.id}`)
    await asker.getByText('Le chauffage est en panne.').waitFor()
    expect(watch.faults).toEqual([])
  })

  it('is told that their right is withdrawn while a page is open, and changes nothing', async () => {
    if (!stage) return
    const { page: asker, request } = await aRequest(stage)
    const { page, withdraw } = await aManager(stage)
    await page.goto(`/traiter?lieu=${MONTPEZAT}&id=${request.id}`)
    await page.getByRole('button', { name: 'Accepter la demande' }).waitFor()
    await withdraw()
    await page.getByRole('button', { name: 'Accepter la demande' }).click()
    await noticed(page, /Vous ne pouvez plus faire cela/)
    expect(await statusOf(asker, request.id)).toBe('requested')
  })

  it('sees what a colleague decided first', async () => {
    if (!stage) return
    const { request } = await aRequest(stage)
    const [first, second] = [await aManager(stage), await aManager(stage)]
    const address = `/traiter?lieu=${MONTPEZAT}&id=${request.id}`
    for (const { page } of [first, second]) {
      await page.goto(address)
      await page.getByRole('button', { name: 'Accepter la demande' }).waitFor()
    }
    await first.page.getByRole('button', { name: 'Refuser la demande' }).click()
    await first.page.getByRole('button', { name: 'Refuser la demande' }).click()
    await noticed(first.page, /C’est fait/)
    await second.page.getByRole('button', { name: 'Accepter la demande' }).click()
    await noticed(second.page, /déjà répondu autrement/)
    await second.page.getByRole('link', { name: 'Voir ce qui est retenu' }).click()
    await title(second.page, /Réservation annulée/).waitFor()
  })

  it('closes with the keyboard alone, after seeing whom it touches, and reopens', async () => {
    if (!stage) return
    const { request } = await aRequest(stage)
    const { date } = request
    const { page, watch } = await aManager(stage)
    await page.goto(`/fermer?lieu=${MONTPEZAT}`)
    await page.getByLabel('Pourquoi').focus()
    await page.keyboard.type('Fuite d’eau')
    await page.getByLabel('Premier jour').fill(date)
    await page.getByLabel('Dernier jour').fill(date)
    await page.getByLabel('Dernier jour').press('Enter')
    await focusNoticed(page, /touchée/)
    await page.getByText('Le club de lecture').first().waitFor()
    await page.getByRole('button', { name: 'Fermer et prévenir' }).press('Enter')
    await title(page, /Une fermeture/).waitFor()
    await focusNoticed(page, /^C’est fermé/)
    await noticed(page, /prévenue/)
    await page.getByRole('button', { name: 'Rouvrir' }).press('Enter')
    await focusNoticed(page, /Rouvrir maintenant/)
    await page.getByRole('button', { name: 'Rouvrir' }).press('Enter')
    await noticed(page, /C’est rouvert/)
    expect(watch.faults).toEqual([])
  })

  it('copies bookings of the counter to the next week, and is told of each date', async () => {
    if (!stage) return
    const { page, watch } = await aManager(stage)
    const time = (await freeTwice(page, MONTPEZAT)).find(({ space }) => space === 'bureau-2')
    if (!time) throw new Error('the desk is not free two weeks running')
    await book(page, { ...time, for: { name: 'Jeanne', phone: '06 12 34 56 78' } })
    await page.goto(`/copier?lieu=${MONTPEZAT}&du=${time.date}`)
    await page.getByLabel(/Jeanne/).waitFor()
    await page.getByRole('button', { name: 'Voir ce qui est possible' }).click()
    await noticed(page, /^Une date est possible$/)
    await page.getByRole('button', { name: /^Réserver/ }).click()
    await noticed(page, /réservée/)
    await settled(page)
    await page
      .getByText(/^réservée, /)
      .first()
      .waitFor()
    expect(watch.faults).toEqual([])
  })
})
