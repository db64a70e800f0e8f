import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openCounter } from './counter-stage.ts'
import { MM, pagesOf } from './measures.ts'

const stage = await openCounter()
afterAll(() => stage?.close())

/** The printable width of a till roll of 80 mm. */
const ROLL_MM = 74
const LONG = 'Association intercommunale des parents d’élèves de Saint-Barthélemy-le-Plain'

/** Elements beyond the paper, or cut by a box that is too small. */
const cut = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement
    return [...document.querySelectorAll('.slip, .slip *')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        return left < -0.5 || right > clientWidth + 0.5
      })
      .map((element) => `${element.tagName}: ${element.textContent?.slice(0, 40)}`)
  })

const shownWords = (page: Page) =>
  page.evaluate(() => (document.body.innerText ?? '').replaceAll('\u00A0', ' ').replaceAll(/\s+/g, ' '))

describe.skipIf(!stage)('the slip on paper', () => {
  const aSlip = async (name: string) => {
    if (!stage) throw new Error('no stage')
    const made = await stage.book({
      space: 'bureau',
      date: '2026-11-24',
      start: '08:00',
      end: '12:00',
      for: { name },
    })
    const { page } = await stage.visit()
    await page.goto(`/bordereau?id=${made.body.id}`)
    await page.getByRole('article').waitFor()
    return { page, reference: made.body.reference as string }
  }

  it.each([
    ['a till roll', ROLL_MM],
    ['A4', 194],
  ])('has all that it needs on %s, and nothing else', async (_, millimetres) => {
    const { page, reference } = await aSlip(LONG)
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: Math.floor(millimetres * MM), height: 900 })
    expect(await cut(page)).toEqual([])
    const words = await shownWords(page)
    for (const each of [
      LONG,
      reference,
      'mardi 24 novembre',
      'de 8 h à 12 h',
      'Bureau partagé',
      '9 rue Lucien Mathieu',
    ])
      expect(words).toContain(each)
    expect(words).not.toMatch(/Imprimer|Mes réservations|Pas à l’aise/)
    await page.context().close()
  })

  it.each([
    ['a till roll of 80 mm', { width: '80mm', height: '200mm' }],
    ['A4', { format: 'A4' }],
  ])('takes one page of %s', async (_, paper) => {
    const { page } = await aSlip(LONG)
    expect(pagesOf(await page.pdf({ ...paper, preferCSSPageSize: false }))).toBe(1)
    await page.context().close()
  })

  it('is printed at once for who books, and only once', async () => {
    const { page } = await aSlip('Jeanne')
    const asked = await page.evaluate(() => new URL(location.href).searchParams.get('id'))
    let prints = 0
    await page.exposeFunction('print', () => {
      prints += 1
    })
    await page.goto(`/bordereau?id=${asked}&imprimer=1`)
    await expect.poll(() => prints).toBe(1)
    await page.reload()
    await page.getByRole('article').waitFor()
    // The effect that would print also enables the key, so a second print would be seen by then.
    await expect
      .poll(async () => {
        await page.keyboard.press('Escape')
        return new URL(page.url()).pathname
      })
      .toBe('/guichet')
    expect(new URL(page.url()).search).toBe('?lieu=09410A')
    expect(prints).toBe(1)
  })
})
