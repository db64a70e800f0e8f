import type { Page } from 'playwright-core'
import type { Choice } from '../../web/availability/choice.ts'
import type { Cast } from './cast.ts'
import { title } from './steps.ts'

export type State = {
  readonly name: string
  readonly as?: 'member' | 'newcomer' | 'nameless' | 'staff'
  readonly open: (page: Page, cast: Cast) => Promise<void>
}

/** Waits until nothing is loading. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => !document.querySelector('.loading, [aria-busy="true"]'))
}

/** A state that an address leads to. */
export const shown =
  (address: string | ((cast: Cast) => string), heading: RegExp): State['open'] =>
  async (page, cast) => {
    await page.goto(typeof address === 'string' ? address : address(cast))
    await title(page, heading).waitFor()
    await settled(page)
  }

export const noticed = (page: Page, words: RegExp): Promise<void> =>
  page.getByRole('heading', { level: 2, name: words }).waitFor()

/** Waits for a notice that has the focus, so that later keys go where the test sends them. */
export const focusNoticed = (page: Page, words: RegExp): Promise<void> =>
  page.getByRole('heading', { level: 2, name: words }).and(page.locator(':focus')).waitFor()

type Change = (body: Record<string, unknown>) => Record<string, unknown>

/** Changes the service's answers, for states that otherwise take time. */
export const answering = async (page: Page, address: RegExp, change: Change): Promise<void> => {
  await page.route(address, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: change(await response.json()) })
  })
}

/** Makes each space require approval. */
export const answeredFirst = (page: Page, changes: object = {}): Promise<void> =>
  answering(page, /\/sites\/[^/]*$/, ({ spaces, ...site }) => ({
    ...site,
    spaces: (spaces as object[]).map((space) => ({
      ...space,
      approval: { hours: 24, by: '2026-11-30T18:00' },
    })),
    ...changes,
  }))

/** From now on, what is there can't be read; what is sent still arrives. */
export const unreadable = (page: Page, address: RegExp) =>
  page.route(address, (route) => (route.request().method() === 'GET' ? route.abort() : route.fallback()))

/** A problem of the service, for a route to fulfil. */
export const problem = (code: string, facts: object = {}) => ({
  status: 409,
  contentType: 'application/problem+json',
  body: JSON.stringify({ code, ...facts }),
})

export const alternativesTo = ({ space, date }: Pick<Choice, 'space' | 'date'>) =>
  ['08:00', '10:00'].map((start, index) => ({ space, date, start, end: `1${index + 1}:00`, places: 2 }))
