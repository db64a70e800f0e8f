import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { addDays } from '../../shared/domain/local-date.ts'
import { conditionsRefusals as conditionsEn } from '../../web/availability/words/en/conditions-refusals.ts'
import { timeRemedies as remediesEn } from '../../web/availability/words/en/time-remedies.ts'
import { conditionsRefusals as conditions } from '../../web/availability/words/fr/conditions-refusals.ts'
import { timeRemedies as remedies } from '../../web/availability/words/fr/time-remedies.ts'
import { accepting as acceptingEn } from '../../web/booking/words/en/accepting.ts'
import { slip as slipEn } from '../../web/booking/words/en/booking.ts'
import { accepting } from '../../web/booking/words/fr/accepting.ts'
import { slip } from '../../web/booking/words/fr/booking.ts'
import { keys } from '../../web/doors/words/fr/keys.ts'
import { filterWords as filtersEn } from '../../web/find/words/en/filters.ts'
import { search as searchEn } from '../../web/find/words/en/search.ts'
import { site as siteEn } from '../../web/find/words/en/site.ts'
import { spaceFacts as spaceFactsEn } from '../../web/find/words/en/site-facts.ts'
import { filterWords as filters } from '../../web/find/words/fr/filters.ts'
import { search } from '../../web/find/words/fr/search.ts'
import { site } from '../../web/find/words/fr/site.ts'
import { spaceFacts } from '../../web/find/words/fr/site-facts.ts'
import { amenityWords as amenitiesEn } from '../../web/kit/words/en/amenity-words.ts'
import { weekdayWords as weekdayWordsEn } from '../../web/kit/words/en/time-words.ts'
import { amenityWords as amenities } from '../../web/kit/words/fr/amenity-words.ts'
import { weekdayWords } from '../../web/kit/words/fr/time-words.ts'
import { details as detailsEn } from '../../web/people/words/en/details.ts'
import { details } from '../../web/people/words/fr/details.ts'
import { signIn } from '../browser/shortcuts.ts'
import { signInWithRole } from '../browser/staff.ts'
import { aPerson, openOwnStage, type Stage } from '../browser/stage.ts'
import { noticed, settled } from '../browser/state.ts'
import { at, press, title } from '../browser/steps.ts'
import { nextDay, startingAt } from '../support/clock.ts'
import { PHONE, VARIANTS, type Variant } from './variants.ts'

const WORDS = {
  fr: {
    ...{ accepting, amenities, conditions, details, filters },
    ...{ remedies, search, site, slip, spaceFacts, weekdayWords },
  },
  en: {
    ...{ accepting: acceptingEn, amenities: amenitiesEn, conditions: conditionsEn, details: detailsEn },
    ...{ filters: filtersEn, remedies: remediesEn, search: searchEn, site: siteEn, slip: slipEn },
    ...{ spaceFacts: spaceFactsEn, weekdayWords: weekdayWordsEn },
  },
}

const LE_THUIT = '04788A'
const DESKS = { site: LE_THUIT, space: 'bureaux', use: 'desk', places: 1 } as const
const WEDNESDAY = nextDay(3)
const [FRIDAY, SATURDAY] = [addDays(WEDNESDAY, 2), addDays(WEDNESDAY, 3)]
const A_YEAR_LATER = addDays(SATURDAY, 365)

const stage = await openOwnStage(startingAt(WEDNESDAY, 10))
afterAll(() => stage?.close())

const button = (page: Page, name: string) => press(page.getByRole('button', { name, exact: true }))

const findOnSaturday = async (page: Page, { language, home }: Variant) => {
  const { search, filters } = WORDS[language]
  await page.goto(home)
  await page.getByLabel(search.field).fill('le thuit de l’oison')
  await button(page, search.submit)
  await at(page, `${home}lieux`)
  await settled(page)
  const day = page.getByLabel(filters.day)
  if (!(await day.isVisible())) await press(page.getByText(filters.summary))
  await day.selectOption(SATURDAY)
  await press(page.getByRole('checkbox', { name: filters.stepFree }))
  await button(page, filters.submit)
  await page.waitForURL(/date=/)
  await settled(page)
}

/** How one gets in is said before one chooses. */
const readThePlace = async (page: Page, { language }: Variant) => {
  const { amenities, site, spaceFacts } = WORDS[language]
  await press(page.getByRole('link', { name: 'Le Thuit-Signol', exact: true }).first())
  await title(page, 'Le Thuit-Signol').waitFor()
  const space = page.locator('.space-card')
  await space.getByText(spaceFacts(true, 'key-holder').join(' · ')).waitFor()
  await press(space.locator('summary').filter({ hasText: site.more }))
  for (const words of [amenities['step-free'], amenities.parking, 'Mairie du Thuit-de-l’Oison'])
    await space.getByText(words, { exact: true }).first().waitFor()
  await page.goBack()
}

/** The rules stand before the first booking, and the choice is kept. */
const accept = async (page: Page, { language, home }: Variant) => {
  const { accepting, conditions, details, remedies } = WORDS[language]
  await button(page, details.book)
  await noticed(page, new RegExp(conditions['conditions-missing'].title))
  await press(page.getByRole('link', { name: remedies.accept }))
  await at(page, `${home}accepter`)
  await page.getByText('On signe la feuille de présence').waitFor()
  await page.getByLabel(accepting.insuredUntil).fill(A_YEAR_LATER)
  await button(page, accepting.submit)
  await at(page, `${home}coordonnees`)
}

const tellOfASaturday = async ({ visit }: Stage, variant: Variant) => {
  const { amenities, details, slip, weekdayWords } = WORDS[variant.language]
  const { page, watch } = await visit(variant.device)
  await signIn(page, aPerson())
  await findOnSaturday(page, variant)
  await readThePlace(page, variant)
  await press(page.getByRole('listitem').filter({ hasText: 'Le Thuit-Signol' }).locator('.time').first())
  await at(page, `${variant.home}coordonnees`)
  expect(new URL(page.url()).searchParams.get('date')).toBe(SATURDAY)
  const pickup = page.locator('.way-in-warning')
  await pickup.filter({ hasText: weekdayWords(FRIDAY) }).waitFor()
  const said = (await pickup.textContent()) ?? ''

  await accept(page, variant)
  await button(page, details.book)
  await at(page, `${variant.home}reservation`)
  await title(page, slip.booked).waitFor()
  const words = await page.getByRole('article').textContent()
  for (const each of [said, amenities['step-free'], 'Mairie du Thuit-de-l’Oison', '02 61 91 00 43'])
    expect(words).toContain(each)
  expect(watch.faults).toEqual([])
}

const early = (page: Page) =>
  page.request.post('/api/bookings', {
    data: { ...DESKS, date: SATURDAY, start: '07:00', end: '08:00' },
    headers: { 'idempotency-key': crypto.randomUUID() },
  })

/** Who owns the premises keeps the key, and learns the reference of a booking, not whose it is. */
const handOver = async (page: Page, reference: string, name: string) => {
  await page.goto(`/cles?lieu=${LE_THUIT}`)
  const line = page.getByRole('listitem').filter({ hasText: reference })
  await press(line.getByRole('button', { name: /^Remettre la clé/ }))
  await page.locator('#done', { hasText: keys.handedFor(reference) }).waitFor()
  await page.getByRole('heading', { level: 2, name: keys.out }).waitFor()
  expect(await page.getByRole('main').innerText()).not.toContain(name)
  await press(line.getByRole('button', { name: /^Reprendre la clé/ }))
  await page.locator('#done', { hasText: keys.returnedFor(reference) }).waitFor()
}

const tellOfASubscriber = async (on: Stage) => {
  const [gilles, passer] = [aPerson('Gilles'), aPerson('Anne')]
  const visits = await Promise.all([on.visit(), on.visit(), on.visit(), on.visit(PHONE)])
  const [subscriber, other, manager, mairie] = visits.map(({ page }) => page) as [Page, Page, Page, Page]
  const acceptance = { data: { version: 1, insuredUntil: A_YEAR_LATER } }
  for (const [page, person] of [
    [subscriber, gilles],
    [other, passer],
  ] as const) {
    await signIn(page, person)
    expect((await page.request.put(`/api/sites/${LE_THUIT}/acceptance`, acceptance)).ok()).toBe(true)
  }
  await signInWithRole(manager, { ...aPerson('Odile'), role: 'manager', site: LE_THUIT }, on)
  const admitted = { data: { email: gilles.email, public: 'subscriber' } }
  expect((await manager.request.put(`/api/sites/${LE_THUIT}/members`, admitted)).ok()).toBe(true)

  const [theirs, his] = [await early(other), await early(subscriber)]
  expect([theirs.status(), (await theirs.json()).code]).toEqual([422, 'outside-opening'])
  expect(his.status()).toBe(201)
  await signInWithRole(mairie, { ...aPerson('La mairie'), role: 'owner', site: LE_THUIT }, on)
  await handOver(mairie, (await his.json()).reference, gilles.name)
  expect(visits.flatMap(({ watch }) => watch.faults)).toEqual([])
}

describe.skipIf(!stage)('Le Thuit-de-l’Oison: five desks, and the key at the mairie', () => {
  it.each(VARIANTS)(
    'lends a step-free desk on Saturday to somebody in a wheelchair, who learns when to fetch the key and accepts the rules once, $name',
    async (variant) => {
      if (stage) await tellOfASaturday(stage, variant)
    },
  )

  it('opens earlier for a subscriber than for who passes by, and the mairie notes where the key is', async () => {
    if (stage) await tellOfASubscriber(stage)
  })
})
