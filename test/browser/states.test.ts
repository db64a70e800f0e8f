import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { RUNS_ALL } from '../support/scope.ts'
import { castFor } from './cast.ts'
import {
  closeTextUp,
  overflow,
  smallTargets,
  spaceTextOut,
  unseenInForcedColours,
  whatMoves,
} from './measures.ts'
import { openStage } from './stage.ts'
import { oneOfEachPage, openState, STATES } from './states.ts'

const stage = await openStage()
const cast = stage && (await castFor(stage))
afterAll(() => stage?.close())

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const EVERYTHING: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}

/** The dark scheme changes only colours. */
const COLOURS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
}

const NARROW = { width: 320, height: 640 }
/** The size that a window of 1280 pixels has at a zoom of 200 %. */
const ZOOMED = { width: 640, height: 400 }
const PHONE = { width: 360, height: 740 }

type WithAxe = { axe: { run: (options: RunOptions) => Promise<AxeResults> } }

const violations = async (page: Page, rules: RunOptions): Promise<string[]> => {
  const results = await page.evaluate((options) => (globalThis as unknown as WithAxe).axe.run(options), rules)
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  )
}

const expectAccessible = async (page: Page): Promise<void> => {
  // Playwright evaluates the script, so the page keeps its content policy.
  await page.evaluate(axe)
  expect.soft(await violations(page, EVERYTHING), 'axe, in light').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect.soft(await violations(page, COLOURS), 'axe, in dark').toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

/** Of the root, whose text has 18 pixels otherwise. */
const withTextAt = (page: Page, size: string) =>
  page.evaluate((fontSize) => {
    document.documentElement.style.fontSize = fontSize
  }, size)

const expectFitting = async (page: Page): Promise<void> => {
  expect.soft(await page.evaluate(overflow), 'beyond 320 px').toEqual([])
  expect.soft(await page.evaluate(smallTargets), 'less than 24 px').toEqual([])
  expect.soft(await page.evaluate(whatMoves), 'moves, where motion is reduced').toEqual([])
  await page.emulateMedia({ forcedColors: 'active' })
  expect.soft(await page.evaluate(unseenInForcedColours), 'lost in forced colours').toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
  await page.evaluate(spaceTextOut)
  expect.soft(await page.evaluate(overflow), 'beyond 320 px with spaced out text').toEqual([])
  await page.evaluate(closeTextUp)
  await withTextAt(page, '225%')
  await page.setViewportSize(PHONE)
  expect.soft(await page.evaluate(overflow), 'beyond a phone with text at 200 %').toEqual([])
  await page.setViewportSize(ZOOMED)
  expect.soft(await page.evaluate(overflow), 'beyond the window with text at 200 %').toEqual([])
  await withTextAt(page, '')
  expect.soft(await page.evaluate(overflow), 'beyond the window at 200 %').toEqual([])
}

describe.skipIf(!stage)('a page', () => {
  it.each(RUNS_ALL ? STATES : oneOfEachPage(STATES))(
    'is accessible and fits a narrow window: $name',
    async (state) => {
      if (!stage || !cast) return
      const { page, watch } = await openState(stage, cast, state, { viewport: NARROW })
      await expectAccessible(page)
      await expectFitting(page)
      expect(watch.faults).toEqual([])
      await page.context().close()
    },
  )

  it('is found to lack a label and contrast when these are taken away', async () => {
    if (!stage) return
    const { page } = await stage.visit()
    await page.goto('/')
    await page.evaluate(axe)
    const paint = (color: string) =>
      page.evaluate((ink) => {
        const lead = document.querySelector<HTMLElement>('.lead')
        if (lead) lead.style.color = ink
      }, color)
    await page.evaluate(() => document.querySelector('label')?.remove())
    await paint('silver')
    const inLight = await violations(page, EVERYTHING)
    expect(inLight.map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['label', 'color-contrast']),
    )
    await page.emulateMedia({ colorScheme: 'dark' })
    await paint('#333')
    expect(await violations(page, COLOURS)).toEqual([expect.stringContaining('color-contrast')])
  })
})
