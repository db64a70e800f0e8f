import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { castFor } from './cast.ts'
import { openStage } from './stage.ts'
import { openState, STATES } from './states.ts'

const stage = await openStage()
const cast = stage && (await castFor(stage))
afterAll(() => stage?.close())

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const EVERYTHING: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'RGAAv4'],
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations'],
}

/** In the dark only the colours change. */
const COLOURS: RunOptions = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
}

type WithAxe = { axe: { run: (options: RunOptions) => Promise<AxeResults> } }

const violations = async (page: Page, rules: RunOptions): Promise<string[]> => {
  const results = await page.evaluate((options) => (globalThis as unknown as WithAxe).axe.run(options), rules)
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

describe.skipIf(!stage)('axe finds nothing, in light and in dark, on', () => {
  it.each(STATES)('$name', async (state) => {
    if (!stage || !cast) return
    const { page, watch } = await openState(stage, cast, state, { viewport: { width: 360, height: 740 } })
    // Evaluated by the browser's tools, not loaded by the page: the content policy stays as it is.
    await page.evaluate(axe)
    expect.soft(await violations(page, EVERYTHING), 'in light').toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect.soft(await violations(page, COLOURS), 'in dark').toEqual([])
    expect(watch.faults).toEqual([])
    await page.context().close()
  })

  it('nothing but pages without faults: what is planted is found', async () => {
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
    expect(inLight.map((line) => line.split(':')[0])).toEqual(expect.arrayContaining(['label', 'color-contrast']))
    await page.emulateMedia({ colorScheme: 'dark' })
    await paint('#333')
    expect(await violations(page, COLOURS)).toEqual([expect.stringContaining('color-contrast')])
  })
})
