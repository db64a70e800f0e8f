import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import type { MyBookings } from '../../shared/contracts/booking-views.ts'
import { choiceOf, detailsAddress } from '../../web/availability/choice.ts'
import { laterDate } from '../../web/kit/later-date.ts'
import { repeating } from '../../web/series/words/fr/repeating.ts'
import { codesSentTo, messageTo } from './mailbox.ts'
import { freeHour, signIn } from './shortcuts.ts'
import { aPerson, openStage, type Person } from './stage.ts'
import { at, giveDetails, press, title, typeCode } from './steps.ts'

const NAME = 'Les Amis du livre'

const stage = await openStage()
afterAll(() => stage?.close())

const invite = async (lead: Page, member: Person, number = 'W51 200 1234') => {
  await lead.goto('/mes-associations')
  await lead.getByLabel('Son nom').fill(NAME)
  await lead.getByLabel('Son numéro').fill(number)
  await press(lead.getByRole('button', { name: 'Inscrire l’association' }))
  await title(lead, NAME).waitFor()
  await lead.getByLabel('Son adresse e-mail').fill(member.email)
  await press(lead.getByRole('button', { name: 'Envoyer l’invitation' }))
  await lead.getByText(`L’invitation est partie à ${member.email}.`).first().waitFor()
}

const accept = async (page: Page, member: Person) => {
  const { text } = await messageTo(page, member, /On vous invite/)
  await page.goto(/https?:\S+/.exec(text)?.[0] ?? '')
  await press(page.getByRole('button', { name: 'Accepter l’invitation' }))
  await title(page, 'C’est accepté').waitFor()
}

const repeatFor = async (page: Page) => {
  const choice = await freeHour(page)
  await page.goto(detailsAddress(choice))
  await press(page.getByRole('link', { name: repeating.title }))
  await at(page, '/repeter')
  await page.getByRole('radio', { name: NAME }).check()
  await page.getByLabel('Quand').selectOption('Chaque semaine')
  await page.getByLabel('Jusqu’au').fill(laterDate(choice.date, 21))
  await press(page.getByRole('button', { name: /^Réserver ces \d dates$/ }))
  await at(page, '/serie')
}

/** Bookings that `GET /me/bookings` lists, by identifier. */
const listed = async (page: Page): Promise<{ mine: string[]; theirs: string[] }> => {
  const { bookings, associations }: MyBookings = await (await page.request.get('/api/me/bookings')).json()
  return {
    mine: bookings.map(({ id }) => id),
    theirs: associations.flatMap((each) => each.bookings.map(({ id }) => id)).sort(),
  }
}

/** Signs in by code on the way from the details of a choice. */
const comeWithCode = async (page: Page, address: string, person: Person) => {
  const earlier = await codesSentTo(page, person)
  await page.goto(address)
  await giveDetails(page, person)
  await typeCode(page, person, earlier)
}

it.skipIf(!stage)(
  'a member who signs in on the way to a booking chooses the association and books for it',
  async () => {
    if (!stage) return
    const [anne, bruno] = [aPerson('Anne'), aPerson('Bruno')]
    const [{ page: lead }, { page: member }] = [await stage.visit(), await stage.visit()]
    await signIn(lead, anne)
    await signIn(member, bruno)
    await invite(lead, bruno, 'W51 200 5678')
    await accept(member, bruno)
    const { page, watch } = await stage.visit()
    const choice = await freeHour(page)
    await comeWithCode(page, detailsAddress(choice), bruno)
    await page.getByRole('group', { name: 'Pour qui ?' }).waitFor()
    expect((await listed(page)).mine).toEqual([])
    await page.getByRole('radio', { name: NAME }).check()
    await press(page.getByRole('button', { name: 'Réserver', exact: true }))
    await at(page, '/reservation')
    const booked = new URL(page.url()).searchParams.get('id')
    await page.getByText(NAME).first().waitFor()

    const { page: elsewhere } = await stage.visit()
    const other = await freeHour(elsewhere)
    const { as } = choiceOf(await (await page.request.get(`/api/bookings/${booked}`)).json())
    await comeWithCode(elsewhere, detailsAddress({ ...other, ...(as && { as }) }), bruno)
    await at(elsewhere, '/reservation')
    await expect.poll(async () => (await listed(elsewhere)).theirs.length).toBe(2)
    expect((await listed(elsewhere)).mine).toEqual([])

    const { page: stranger } = await stage.visit()
    const third = { ...(await freeHour(stranger)), ...(as && { as }) }
    await comeWithCode(stranger, detailsAddress(third), aPerson('Claire'))
    await press(stranger.getByRole('button', { name: 'Réserver', exact: true }))
    await at(stranger, '/reservation')
    expect((await listed(stranger)).mine).toHaveLength(1)
    expect(watch.faults).toEqual([])
  },
)

it.skipIf(!stage)(
  'a lead invites a member, who repeats a booking for the association, and both see it',
  async () => {
    if (!stage) return
    const [anne, bruno] = [aPerson('Anne'), aPerson('Bruno')]
    const [{ page: lead }, { page: member, watch }] = [await stage.visit(), await stage.visit()]
    await signIn(lead, anne)
    await signIn(member, bruno)
    await invite(lead, bruno)
    await accept(member, bruno)
    await repeatFor(member)
    const booked = await listed(member)
    expect(booked.theirs.length).toBeGreaterThan(1)
    expect(booked.mine).toEqual([])
    await expect.poll(() => listed(lead)).toEqual(booked)
    await messageTo(lead, anne, /C’est réservé/)
    await messageTo(member, bruno, /C’est réservé/)
    for (const page of [lead, member]) {
      await page.goto('/mes-reservations')
      await page.getByRole('heading', { name: `Pour ${NAME}` }).waitFor()
      await press(page.locator('summary').first())
      for (const id of booked.theirs) await page.locator(`a[href="/reservation?id=${id}"]`).first().waitFor()
    }
    expect(watch.faults).toEqual([])
  },
)
