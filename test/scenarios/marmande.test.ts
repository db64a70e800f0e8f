import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { offline as offlineEn } from '../../web/about/words/en/offline.ts'
import { offline } from '../../web/about/words/fr/offline.ts'
import { detailsAddress } from '../../web/availability/choice.ts'
import { slip as slipEn } from '../../web/booking/words/en/booking.ts'
import { slip } from '../../web/booking/words/fr/booking.ts'
import { common as commonEn } from '../../web/kit/words/en/common.ts'
import { frame as frameEn } from '../../web/kit/words/en/frame.ts'
import { commonRefusals as refusalsEn } from '../../web/kit/words/en/refusals.ts'
import { common } from '../../web/kit/words/fr/common.ts'
import { frame } from '../../web/kit/words/fr/frame.ts'
import { commonRefusals as refusals } from '../../web/kit/words/fr/refusals.ts'
import { details as detailsEn } from '../../web/people/words/en/details.ts'
import { details } from '../../web/people/words/fr/details.ts'
import { onlyBooking } from '../browser/moving-steps.ts'
import { keptIn, openKept } from '../browser/pocket-stage.ts'
import { book, bookingsOf, freeHour, freeHours, signIn, signInStaff } from '../browser/shortcuts.ts'
import { signInWithRole } from '../browser/staff.ts'
import { aPerson, openStage, type Stage } from '../browser/stage.ts'
import { focusNoticed, noticed, settled } from '../browser/state.ts'
import { at, press, title } from '../browser/steps.ts'
import { VARIANTS, type Variant } from './variants.ts'

const WORDS = {
  fr: { offline, slip, common, frame, refusals, details },
  en: {
    offline: offlineEn,
    slip: slipEn,
    common: commonEn,
    frame: frameEn,
    refusals: refusalsEn,
    details: detailsEn,
  },
}

const MARMANDE = '08749A'

const stage = await openStage()
afterAll(() => stage?.close())

const button = (page: Page, name: string) => press(page.getByRole('button', { name, exact: true }))

/** The network is gone as the button is pressed; the second press books once. */
const bookThroughAGap = async (page: Page, { language, home }: Variant) => {
  const { common, details, refusals, slip } = WORDS[language]
  await page.goto(`${home}${detailsAddress(await freeHour(page, MARMANDE)).slice(1)}`)
  const submit = page.getByRole('button', { name: details.book, exact: true })
  await submit.waitFor()
  await page.context().setOffline(true)
  await press(submit)
  await noticed(page, new RegExp(refusals.unreachable.title))
  await page.context().setOffline(false)
  await button(page, common.again)
  await at(page, `${home}reservation`)
  await title(page, slip.booked).waitFor()
  return onlyBooking(page)
}

const keepOnTheWay = async (page: Page, { language, home }: Variant, id: string) => {
  await press(page.getByRole('link', { name: WORDS[language].common.myBookings }).first())
  await at(page, `${home}mes-reservations`)
  await page.getByRole('link', { name: /^Marmande/ }).waitFor()
  const kept = ['/api/me', '/api/me/bookings', '/api/me/waits', `/api/bookings/${id}`]
  await expect
    .poll(async () => (await keptIn(page))['own-answers']?.sort(), { timeout: 20_000 })
    .toEqual(kept.toSorted())
}

const readWithoutNetwork = async (
  context: BrowserContext,
  page: Page,
  { language, home }: Variant,
  { id, reference }: { readonly id: string; readonly reference: string },
) => {
  const { common, frame, offline } = WORDS[language]
  await context.setOffline(true)
  await page.goto(`${home}reservation?id=${id}`)
  await page.getByText(frame.keptBefore).waitFor()
  await page.getByRole('article').getByText(reference).waitFor()
  await page.goto(`${home}lieu/${MARMANDE}`)
  await title(page, offline.title).waitFor()
  await press(page.getByRole('main').getByRole('link', { name: common.myBookings }))
  await page.getByText(frame.keptBefore).waitFor()
  await page.getByRole('link', { name: /^Marmande/ }).waitFor()
  await page.goto(`${home}lieu/${MARMANDE}`)
  await title(page, offline.title).waitFor()
  await context.setOffline(false)
  await button(page, common.again)
  await title(page, 'Marmande').waitFor()
}

const tellOfANetwork = async ({ visit }: Stage, variant: Variant) => {
  const { page, watch } = await visit({ ...variant.device, serviceWorkers: 'allow' })
  await signIn(page, aPerson())
  await openKept(page, variant.home)
  const booking = await bookThroughAGap(page, variant)
  await keepOnTheWay(page, variant, booking.id)
  await readWithoutNetwork(page.context(), page, variant, booking)
  expect(await bookingsOf(page)).toHaveLength(1)
  expect(watch.faults).toEqual([])
}

const bookByPhone = async (page: Page, name: string, phone: string) => {
  await page.goto('/telephone')
  await page.getByLabel('Commune, code postal ou nom du lieu').fill('marmande')
  await button(page, 'Chercher un lieu')
  await press(page.getByRole('link', { name: /^Réserver ici : Marmande/ }))
  await title(page, 'Réserver pour quelqu’un').waitFor()
  await page.getByRole('radio', { name: /de \d/ }).first().waitFor()
  await settled(page)
  await page.getByLabel('Nom de la personne').fill(name)
  await page.getByLabel('Téléphone (facultatif)').fill(phone)
  await page.getByRole('radio', { name: /de \d/ }).last().check()
  await button(page, 'Réserver')
  await title(page, 'C’est réservé.').waitFor()
}

const find = async (page: Page, what: string, name: string) => {
  await page.goto(`/retrouver?lieu=${MARMANDE}`)
  await page.getByLabel('Nom, téléphone ou référence').fill(what)
  await page.keyboard.press('Enter')
  await focusNoticed(page, /^1 réservation$/)
  await page.getByRole('link', { name: `Bordereau : ${name}` }).waitFor()
}

const tellOfChannels = async (on: Stage) => {
  const lea = aPerson('Léa Dubos')
  const [{ page: home }, { page: phone, watch }, { page: counter }] = await Promise.all([
    on.visit(),
    on.visit(),
    on.visit(),
  ])
  await signIn(home, lea)
  const [first] = await freeHours(home, MARMANDE)
  if (!first) throw new Error('nothing is free at Marmande')
  const booking = await book(home, first)
  await signInStaff(phone, 'phone')
  await bookByPhone(phone, 'Lucien Roux', '05 53 01 00 21')
  await signInWithRole(counter, { ...aPerson('Odile'), role: 'agent', site: MARMANDE }, on)
  await find(counter, booking.reference, lea.name)
  await find(counter, '+33 5 53 01 00 21', 'Lucien Roux')
  await button(counter, 'Annuler : Lucien Roux')
  await button(counter, 'Oui, annuler : Lucien Roux')
  await counter.getByText(/· annulée/).waitFor()
  expect(watch.faults).toEqual([])
}

describe.skipIf(!stage)('Marmande: where the network is weak, and each way to book is as good', () => {
  it.each(VARIANTS)(
    'somebody whose network is lost on the way books once, and reads what they booked, $name',
    async (variant) => {
      if (stage) await tellOfANetwork(stage, variant)
    },
  )

  it('what is booked from home or by phone is found at the counter, and changed there', async () => {
    if (stage) await tellOfChannels(stage)
  })
})
