import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { weekdayOf } from '../../shared/domain/local-date.ts'
import { detailsAddress } from '../../web/availability/choice.ts'
import { dayWords } from '../../web/kit/words/fr/time-words.ts'
import { book, freeHours, MONTMIRAIL, signIn } from './shortcuts.ts'
import { aPerson, openStage, type Stage } from './stage.ts'
import { title } from './steps.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const SATURDAY = 6
const stage = await openStage()
afterAll(() => stage?.close())

const saturdayIn = async (page: Page) => {
  const hours = await freeHours(page)
  const free = hours.find(({ date }) => weekdayOf(date as never) === SATURDAY)
  if (!free) throw new Error('nothing is free on Saturday')
  return free
}

const tellStory = async ({ visit }: Stage) => {
  const { page, watch } = await visit(PHONE)
  await page.goto(`/lieu?id=${MONTMIRAIL}`)
  await title(page, 'Montmirail').waitFor()
  const space = page.locator('.space-card', { hasText: 'de plain-pied' }).first()
  expect(await space.getByText(/de plain-pied · clé à retirer/).isVisible()).toBe(true)
  await space.locator('summary').click()
  expect(await space.getByText('Stationnement handicapé').isVisible()).toBe(true)
  expect(
    await space
      .getByText(/gratuit/i)
      .first()
      .isVisible(),
  ).toBe(true)
  expect(await space.getByText('Mairie de Montmirail').isVisible()).toBe(true)

  await signIn(page, aPerson())
  const time = await saturdayIn(page)
  await page.goto(detailsAddress(time))
  const pickup = page.getByText(/^Retirez-la avant\s: vendredi/)
  await pickup.waitFor()
  const said = await pickup.textContent()

  const booking = await book(page, time)
  await page.goto(`/reservation?id=${booking.id}`)
  await title(page, 'C’est réservé.').waitFor()
  const slip = page.getByRole('article')
  expect(await slip.textContent()).toContain(said)
  for (const words of ['Entrée de plain-pied', 'Mairie de Montmirail', '03 53 01 00 21', 'Gratuit'])
    expect(await slip.textContent()).toContain(words)
  expect(await slip.textContent()).toContain(dayWords(time.date))
  return watch
}

describe.skipIf(!stage)('somebody in a wheelchair', () => {
  it('sees on Saturday which space is step-free, and how to get in before and after booking', async () => {
    if (!stage) throw new Error('no stage')
    expect((await tellStory(stage)).faults).toEqual([])
  })
})
