import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { filterWords as filterWordsEn } from '../../web/find/words/en/filters.ts'
import { results as resultsEn } from '../../web/find/words/en/results.ts'
import { search as searchEn } from '../../web/find/words/en/search.ts'
import { filterWords } from '../../web/find/words/fr/filters.ts'
import { results } from '../../web/find/words/fr/results.ts'
import { search } from '../../web/find/words/fr/search.ts'
import { details as detailsEn } from '../../web/people/words/en/details.ts'
import { details } from '../../web/people/words/fr/details.ts'
import { RUNS_ALL } from '../support/scope.ts'
import { openStage, type Stage } from './stage.ts'
import { settled } from './state.ts'
import { at, press, title } from './steps.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

const stage = await openStage()
afterAll(() => stage?.close())

const place = (page: Page) => page.getByRole('combobox', { name: 'Votre commune ou code postal' })
const suggestions = (page: Page) => page.getByRole('option')

const type = async (page: Page, text: string): Promise<void> => {
  await place(page).click()
  await place(page).fill('')
  await page.keyboard.type(text)
}

const LANGUAGES = [
  { home: '/', locale: 'fr-FR', field: search, filters: filterWords, found: results, who: details },
  {
    home: '/en/',
    locale: 'en-GB',
    field: searchEn,
    filters: filterWordsEn,
    found: resultsEn,
    who: detailsEn,
  },
]

const VARIANTS = LANGUAGES.flatMap(({ locale, ...words }) => [
  { ...words, name: `on a phone, ${locale}`, device: { ...PHONE, locale } },
  {
    ...words,
    name: `on a wide screen, ${locale}`,
    device: { viewport: { width: 1280, height: 800 }, locale },
  },
])

type Variant = (typeof VARIANTS)[number]

/** A commune of the Marne without any point of contact. */
const tellStory = async ({ visit }: Stage, { home, device, field, filters, found, who }: Variant) => {
  const { page, watch } = await visit(device)
  const path = (name: string) => `${home}${name}`
  await page.goto(home)
  await page.getByRole('combobox', { name: field.field }).click()
  await page.keyboard.type('champaub')
  await press(suggestions(page).filter({ hasText: 'Champaubert' }).first())
  await title(page, /Champaubert/).waitFor()
  await settled(page)
  const first = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Montmirail' }).first()
  expect(await first.innerText()).toMatch(/\d+\skm/)
  // The demo knows no position of this commune but the counters with its postcode.
  await page.getByText(found.approximate).waitFor()
  const what = page.getByLabel(filters.what)
  if (!(await what.isVisible())) await press(page.getByText(filters.summary))
  await what.selectOption({ label: filters.uses.desk })
  await press(page.getByRole('checkbox', { name: filters.stepFree }))
  await press(page.getByRole('button', { name: filters.submit }))
  const [stepFree = ''] = filters.inWords({ stepFree: 'yes' }, ['stepFree'])
  await page.getByRole('link', { name: stepFree }).waitFor()
  await settled(page)
  await press(
    page
      .getByRole('list', { name: new RegExp(`^${found.timesAt('')}`) })
      .getByRole('link')
      .last(),
  )
  await at(page, path('coordonnees'))
  await title(page, who.title).waitFor()
  expect(watch.faults).toEqual([])
}

describe.skipIf(!stage)('a remote worker in a commune without a post office', () => {
  it.each(RUNS_ALL ? VARIANTS : VARIANTS.slice(0, 1))(
    'is led from the name of the commune to the details of a booking $name',
    async (variant) => {
      if (stage) await tellStory(stage, variant)
    },
  )
})

describe.skipIf(!stage)('a list of places', () => {
  it('goes on, for the keyboard too, at the first of those that are added', async () => {
    if (!stage) return
    const { page } = await stage.visit()
    await page.goto('/lieux?q=rennes')
    const cards = page.locator('.site-list > li')
    await cards.first().waitFor()
    const before = await cards.count()
    await page.getByRole('button', { name: 'Montrer plus de lieux' }).press('Enter')
    const first = cards.nth(before).getByRole('link').first()
    await expect.poll(() => first.evaluate((each) => each === document.activeElement)).toBe(true)
  })
})

describe.skipIf(!stage)('the field for a place', () => {
  it('is used by keyboard alone: arrows choose, Escape closes, Enter sends what is typed', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit()
    await page.goto('/')
    await type(page, 'montmirail')
    await suggestions(page).first().waitFor()
    await page.getByText(/communes? proposées?/).waitFor()
    expect(await place(page).getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    const active = await place(page).getAttribute('aria-activedescendant')
    expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Escape')
    expect(await suggestions(page).count()).toBe(0)
    expect(await place(page).inputValue()).toBe('montmirail')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/lieux\?q=montmirail$/)
    await page.goBack()
    await type(page, 'montmirai')
    await suggestions(page).first().waitFor()
    await page.keyboard.press('ArrowDown')
    // A new letter means the field again, and not the suggestion for the letters of before.
    await page.keyboard.press('l')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/lieux\?q=montmirail$/)
    await page.goBack()
    await type(page, 'montmirail')
    await suggestions(page).first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/lieux\?q=Montmirail&locality=51380$/)
    expect(watch.faults).toEqual([])
  })

  it('shows the suggestions for what was typed last, whatever is answered last', async () => {
    if (!stage) return
    const { page } = await stage.visit()
    await page.goto('/')
    const late = Promise.withResolvers<void>()
    await page.route(/\/api\/localities\?q=mont&/, async (route) => {
      await late.promise
      await route.continue()
    })
    const asked = page.waitForRequest(/\/api\/localities\?q=mont&/)
    await type(page, 'mont')
    await asked
    await type(page, 'rennes')
    await suggestions(page).filter({ hasText: 'Rennes' }).first().waitFor()
    const answered = page.waitForResponse(/\/api\/localities\?q=mont&/)
    late.resolve()
    await (await answered).finished()
    await page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await suggestions(page).first().innerText()).toContain('Rennes')
  })
})
