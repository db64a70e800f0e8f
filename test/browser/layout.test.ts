import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { castFor } from './cast.ts'
import { overflow, smallTargets, unseenInForcedColours, whatMoves } from './measures.ts'
import { openStage } from './stage.ts'
import { openState, STATES } from './states.ts'

const stage = await openStage()
const cast = stage && (await castFor(stage))
afterAll(() => stage?.close())

const NARROW = { width: 320, height: 640 }
/** What a window of 1280 pixels leaves when the page is shown at 200 %. */
const ZOOMED = { width: 640, height: 400 }

const at200PercentText = (page: Page) =>
  page.evaluate(() => {
    const { style } = document.documentElement
    style.fontSize = '225%'
  })

describe.skipIf(!stage)('fits, and can be touched,', () => {
  it.each(STATES)('on $name', async (state) => {
    if (!stage || !cast) return
    const { page } = await openState(stage, cast, state, { viewport: NARROW, deviceScaleFactor: 2 })
    expect.soft(await page.evaluate(overflow), 'beyond 320 px').toEqual([])
    expect.soft(await page.evaluate(smallTargets), 'less than 24 px').toEqual([])
    expect.soft(await page.evaluate(whatMoves), 'moves, where motion is reduced').toEqual([])
    await page.emulateMedia({ forcedColors: 'active' })
    expect.soft(await page.evaluate(unseenInForcedColours), 'lost in forced colours').toEqual([])
    await page.emulateMedia({ forcedColors: 'none' })
    await page.setViewportSize(ZOOMED)
    expect.soft(await page.evaluate(overflow), 'beyond the window at 200 %').toEqual([])
    await at200PercentText(page)
    expect.soft(await page.evaluate(overflow), 'beyond the window with text at 200 %').toEqual([])
    await page.context().close()
  })
})
