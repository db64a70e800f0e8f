import type { Page } from 'playwright-core'
import type { Cast } from './cast.ts'
import { title } from './steps.ts'

export type State = {
  readonly name: string
  readonly as?: 'member' | 'newcomer' | 'nameless'
  readonly open: (page: Page, cast: Cast) => Promise<void>
}

/** Nothing is awaited any more. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => !document.querySelector('.waiting, [aria-busy="true"]'))
}

/** A state that an address alone leads to. */
export const shown =
  (address: string | ((cast: Cast) => string), heading: RegExp): State['open'] =>
  async (page, cast) => {
    await page.goto(typeof address === 'string' ? address : address(cast))
    await title(page, heading).waitFor()
    await settled(page)
  }

export const noticed = (page: Page, words: RegExp): Promise<void> =>
  page.getByRole('heading', { level: 2, name: words }).waitFor()

type Change = (body: Record<string, unknown>) => Record<string, unknown>

/** Lets the service answer, and changes what it says: for states that only time brings about. */
export const answering = async (page: Page, address: RegExp, change: Change): Promise<void> => {
  await page.route(address, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: change(await response.json()) })
  })
}
