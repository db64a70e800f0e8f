import { afterAll, describe, expect, it } from 'vitest'
import { DOOR_CODES, withCodes } from './code-states.ts'
import { openCounter } from './counter-stage.ts'
import { MM, pagesOf } from './measures.ts'
import { MONTMIRAIL } from './shortcuts.ts'
import { settled } from './state.ts'
import { title } from './steps.ts'

const stage = await openCounter()
afterAll(() => stage?.close())

const NAME = 'Association des amis de la bibliothèque intercommunale'

const booking = (at: number, changes: object = {}) => ({
  id: String(at).padStart(20, '0'),
  reference: `K7PM-${String(at).padStart(2, '0')}`,
  status: 'confirmed',
  space: at % 2 ? 'salle' : 'bureau',
  start: `${String(8 + (at % 8)).padStart(2, '0')}:00`,
  end: `${String(9 + (at % 8)).padStart(2, '0')}:30`,
  use: 'desk',
  places: 1,
  holderName: NAME,
  phone: '03 26 81 20 00',
  ...changes,
})

const SPACES = [
  { id: 'bureau', name: 'Bureau partagé' },
  { id: 'salle', name: 'Salle du premier' },
]

describe.skipIf(!stage)('the sheet of a day', () => {
  const sheetOf = async (bookings: readonly object[]) => {
    if (!stage) throw new Error('no stage')
    const visit = await stage.visit()
    await visit.page.route(/\/planning\?/, (route) => route.fulfill({ json: { spaces: SPACES, bookings } }))
    await visit.page.goto('/feuille?lieu=09410A&date=2026-11-24')
    await title(visit.page, 'Montmirail, mardi 24 novembre').waitFor()
    await visit.page.getByRole('article').waitFor()
    return visit
  }

  it('names nobody for the door, and everybody with their phone for the desk', async () => {
    const { page, watch } = await sheetOf([
      booking(0),
      booking(2, { status: 'requested' }),
      booking(4, { status: 'no-show' }),
    ])
    const paper = page.getByRole('article')
    expect(await paper.textContent()).toMatch(/K7PM-00.*à confirmer.*K7PM-02/)
    expect(await paper.textContent()).not.toMatch(/Association|03 26|K7PM-04/)
    await page.getByRole('radio', { name: 'Pour le guichet, avec les noms' }).check()
    expect(await paper.textContent()).toContain(`${NAME}, 03 26 81 20 00`)
    expect(watch.faults).toEqual([])
  })

  it.each([1, 10, 20, 40])('fits %i bookings on one page of A4, with nothing cut', async (count) => {
    const { page } = await sheetOf(Array.from({ length: count }, (_, at) => booking(at)))
    await page.getByRole('radio', { name: 'Pour le guichet, avec les noms' }).check()
    const pdf = await page.pdf({ format: 'A4' })
    expect(pagesOf(pdf)).toBe(1)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: Math.floor(194 * MM), height: 1000 })
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0)
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(
      /Imprimer|Mes réservations|Pour qui/,
    )
    await page.context().close()
  })
})

describe.skipIf(!stage)('the sheet of the codes to type in', () => {
  it('shows the codes when asked, on one page of A4', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit()
    await withCodes(DOOR_CODES, settled, MONTMIRAIL)(page, {} as never)
    expect(await page.getByRole('article').textContent()).toMatch(/À effacer du clavier/)
    await page.getByRole('img', { name: '7 4 2 9 1 3', exact: true }).first().waitFor()
    expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1)
    await page.emulateMedia({ media: 'print' })
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(/Imprimer|C’est fait|Montrer/)
    expect(await page.evaluate(() => document.body.innerText)).toContain('Détruisez cette feuille')
    expect(watch.faults).toEqual([])
    await page.context().close()
  })

  it('hides the codes of one day when another day is chosen, until asked again', async () => {
    if (!stage) return
    const { page } = await stage.visit()
    await withCodes(DOOR_CODES, settled, MONTMIRAIL)(page, {} as never)
    await page.getByLabel('Jour', { exact: true }).fill('2030-12-04')
    await page.getByRole('button', { name: 'Montrer les codes' }).waitFor()
    expect(await page.getByRole('article').count()).toBe(0)
    await page.context().close()
  })
})
