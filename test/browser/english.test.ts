import { text } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { messageTo } from './mailbox.ts'
import { aPerson, openStage, type Person } from './stage.ts'
import { at, atSite, press, title } from './steps.ts'

const WIDE = { locale: 'en-GB', viewport: { width: 1280, height: 900 } }

const stage = await openStage()
afterAll(() => stage?.close())

const chooseATime = async (page: Page): Promise<void> => {
  await page.getByLabel('Your town, village or postcode').fill('montmirail')
  await press(page.getByRole('button', { name: 'See what is free' }))
  await at(page, '/en/lieux')
  await press(page.getByRole('link', { name: 'Montmirail', exact: true }))
  await atSite(page)
  await press(page.getByRole('link', { name: /^Other times/ }).first())
  await at(page, '/en/reserver')
  const isToday = page.getByRole('heading', { level: 3, name: /today/i })
  await press(page.locator('.days > section').filter({ hasNot: isToday }).getByRole('link').first())
  await at(page, '/en/coordonnees')
}

const book = async (page: Page, person: Person): Promise<void> => {
  await page.getByLabel('Your first name and surname').fill(person.name)
  await page.getByLabel('Your email address').fill(person.email)
  await press(page.getByRole('button', { name: 'Send me a code' }))
  await at(page, '/en/code')
  const { subject, text: words } = await messageTo(page, person, /^\d{6}: your Restante code/)
  expect(words).toContain('/en/code-recu#')
  await page.getByLabel('Six-digit code').fill(subject.slice(0, 6))
  await press(page.getByRole('button', { name: 'Book my place' }))
  await at(page, '/en/reservation')
  await title(page, 'It’s booked.').waitFor()
}

const calendarOf = async (page: Page): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    press(page.getByRole('link', { name: 'Add to my calendar' })),
  ])
  // Long lines are folded.
  return (await text(await download.createReadStream())).replaceAll(/\r\n /g, '')
}

describe.skipIf(!stage)('a visitor who reads English', () => {
  it('goes from the home page to the slip, the message and the calendar in English', async () => {
    if (!stage) return
    const { page, watch } = await stage.visit(WIDE)
    const sam = aPerson('Sam Taylor')
    await page.goto('/')
    await at(page, '/en/')
    await chooseATime(page)
    await book(page, sam)
    expect(await page.getByRole('article').textContent()).toMatch(/(am|pm|noon)/)
    const { text: words } = await messageTo(page, sam, /^It’s booked: /)
    expect(words).toContain(page.url())
    expect(await calendarOf(page)).toMatch(/DESCRIPTION:To get in: /)
    await press(page.getByRole('link', { name: 'Français' }))
    await at(page, '/reservation')
    await title(page, 'C’est réservé.').waitFor()
    await page.goto('/')
    await title(page, /place est à vous/).waitFor()
    expect(watch.faults).toEqual([])
    await page.context().close()
  })
})
