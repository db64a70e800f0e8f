import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { laterDate } from '../../web/kit/later-date.ts'
import { signInStaff } from './shortcuts.ts'
import { openStage, type Stage } from './stage.ts'
import { title } from './steps.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const NOTES = /\/api\/workshops\/\w+\/attendance$/
const SAINT_GERAND = '00518A'

const stage = await openStage()
afterAll(() => stage?.close())

/** A workshop of the demo that has begun, or is over. */
const aBegunWorkshop = async (page: Page): Promise<string> => {
  const today = new Date().toISOString().slice(0, 10)
  for (let back = 0; back < 5; back++) {
    const from = laterDate(today, -back)
    const answer = await page.request.get(`/api/sites/${SAINT_GERAND}/planning?from=${from}&days=1`)
    const { bookings } = await answer.json()
    const begun = bookings.find((each: { begun: boolean; workshop?: object }) => each.begun && each.workshop)
    if (begun) return begun.workshop.id
  }
  throw new Error('no workshop has begun')
}

const openRoll = async (page: Page, id: string) => {
  await page.goto(`/presences?id=${id}`)
  await title(page, /./).waitFor()
  await page.getByRole('group', { name: 'Jeanne' }).waitFor()
}

const noteInTheRoom = async ({ visit }: Stage) => {
  const { page, watch } = await visit(PHONE)
  await signInStaff(page, 'nadia')
  const id = await aBegunWorkshop(page)
  await openRoll(page, id)
  await page.route(NOTES, (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  const mark = (name: string, as: string) => page.getByRole('group', { name }).getByLabel(as, { exact: true })
  await mark('Jeanne', 'Là').tap()
  await mark('Louis', 'A prévenu').tap()
  await page.getByLabel('Âge').selectOption('60 à 69 ans')
  await page.getByRole('button', { name: 'Compter une personne' }).tap()
  await page.getByText(/^Pas de réseau/).waitFor()
  await openRoll(page, id)
  await page.getByText(/^Pas de réseau/).waitFor()
  expect(await mark('Jeanne', 'Là').isChecked()).toBe(true)
  await page.getByText('2 personnes là, 1 à noter').waitFor()
  await page.goto('/ma-semaine')
  await page.getByText(/^3 présences notées ne sont pas encore enregistrées/).waitFor()
  const send = page.getByRole('button', { name: 'Envoyer maintenant', disabled: false })
  await send.waitFor()
  await page.unroute(NOTES)
  await send.tap()
  await page.getByText('Vos présences notées sont enregistrées.').waitFor()
  await openRoll(page, id)
  await page.getByText('60 à 69 ans, situation non dite').waitFor()
  return {
    faults: watch.faults,
    kept: await page.evaluate(() => localStorage.getItem('unsent')),
    excused: await mark('Louis', 'A prévenu').isChecked(),
    paper: (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length,
  }
}

describe.skipIf(!stage)('a mediator in a room without a network', () => {
  it('notes who is there, loses nothing when the page is closed, and finds it kept once there is one', async () => {
    if (!stage) return
    expect(await noteInTheRoom(stage)).toEqual({ faults: [], kept: null, excused: true, paper: 1 })
  })
})
