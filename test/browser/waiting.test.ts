import { afterAll, describe, expect, it } from 'vitest'
import { detailsAddress } from '../../web/availability/choice.ts'
import { book, cancel, freeHours, MONTPEZAT, signIn, waitFor } from './shortcuts.ts'
import { aPerson, openStage } from './stage.ts'
import { at, press, title } from './steps.ts'

const stage = await openStage()
afterAll(() => stage?.close())

const OUTCOMES = /Votre tour est le prochain|Une place est libre pour vous/
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true }

describe.skipIf(!stage)('the waitlist on its pages', () => {
  it('takes a person whose hour was just taken, and offers it when it comes free', async () => {
    if (!stage) return
    const [rival, { page, watch }] = [(await stage.visit()).page, await stage.visit(PHONE)]
    await signIn(rival, aPerson('Dominique'))
    await signIn(page, aPerson())
    const wanted = (await freeHours(page, MONTPEZAT)).findLast(({ space }) => space === 'bureau-1')
    if (!wanted) throw new Error('no desk is free')
    const held = await book(rival, wanted)

    await page.goto(detailsAddress(wanted))
    await press(page.getByRole('button', { name: 'Réserver', exact: true }))
    await press(page.getByRole('link', { name: 'Prévenez-moi si une place se libère' }))
    await at(page, '/attendre')
    expect(await page.getByLabel('Jour').inputValue()).toBe(wanted.date)
    await press(page.getByRole('button', { name: 'Prévenez-moi' }))
    // Another desk of the site may be free, and is then offered at once.
    await title(page, OUTCOMES).waitFor()
    await cancel(rival, held.id)
    await page.goto('/mes-reservations')
    await press(page.getByRole('link', { name: /à accepter avant/ }))
    await at(page, '/reservation')
    await press(page.getByRole('button', { name: 'Accepter cette place' }))
    await title(page, 'C’est réservé.').waitFor()
    expect(watch.faults).toEqual([])
  })

  it('asks a new person for a name, and lets them leave', async () => {
    if (!stage) return
    const [rival, { page, watch }] = [(await stage.visit()).page, await stage.visit(PHONE)]
    await signIn(rival, aPerson('Dominique'))
    const wanted = (await freeHours(page, MONTPEZAT)).findLast(({ space }) => space === 'bureau-2')
    if (!wanted) throw new Error('no desk is free')
    await book(rival, wanted)
    await signIn(page, aPerson(), { named: false })
    await page.goto(`/attendre?site=${wanted.site}&date=${wanted.date}`)
    await press(page.getByRole('button', { name: 'Prévenez-moi' }))
    await page.getByLabel('Votre prénom et votre nom').fill('Camille')
    await press(page.getByRole('button', { name: 'Prévenez-moi' }))
    // Another desk of the site may be free, and is then offered at once.
    await title(page, OUTCOMES).waitFor()
    const { site, date, start: from, end: to, use, space } = wanted
    const { id } = await waitFor(page, { site, date, from, to, minutes: 60, use, space })
    await page.goto(`/attente?id=${id}`)
    await press(page.getByRole('button', { name: 'Ne plus attendre' }))
    await title(page, 'Vous n’attendez plus').waitFor()
    expect(watch.faults).toEqual([])
  })
})
