import type { Page, Route } from 'playwright-core'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { detailsAddress } from '../../web/availability/choice.ts'
import { book, bookingsOf, freeHour, MONTMIRAIL, signIn } from './shortcuts.ts'
import { aPerson, openStage, type Person, type Visit } from './stage.ts'
import { noticed } from './state.ts'
import { at, giveDetails, press, title, typeCode } from './steps.ts'
import { tellingOf } from './watch.ts'

const stage = await openStage()
const visits: (Visit & { readonly person: Person })[] = []

const arrive = async (name?: string) => {
  if (!stage) throw new Error('there is no browser')
  const visit = { ...(await stage.visit()), person: aPerson(name) }
  visits.push(visit)
  return visit
}

afterEach(async () => {
  for (const { page, watch, person } of visits.splice(0)) {
    expect(watch.faults).toEqual([])
    expect(tellingOf(watch.addresses, person)).toEqual([])
    await page.context().close()
  }
})
afterAll(() => stage?.close())

const booked = (page: Page) => title(page, 'C’est réservé.').waitFor()

describe.skipIf(!stage)('a time that somebody else has just taken', () => {
  it('is refused with alternatives, one of which can be booked', async () => {
    const { page, person } = await arrive()
    const rival = await arrive()
    await signIn(rival.page, rival.person)
    const choice = { ...(await freeHour(page)), use: 'room' as const }
    await page.goto(detailsAddress(choice))
    await giveDetails(page, person)
    await book(rival.page, { ...choice, use: 'desk' })
    await typeCode(page, person)
    await noticed(page, /Ce créneau vient d’être pris/)

    const alternatives = page.locator('.times a')
    expect(await alternatives.count()).toBeGreaterThan(0)
    await press(alternatives.first())
    await at(page, '/coordonnees')
    await press(page.getByRole('button', { name: 'Réserver', exact: true }))
    await at(page, '/reservation')
    await booked(page)
    expect((await bookingsOf(page)).map(({ status, use }) => [status, use])).toEqual([['confirmed', 'room']])
  })
})

describe.skipIf(!stage)('a network that goes away', () => {
  it('leaves one booking, of which the page knows nothing until it is tried again', async () => {
    const { page, person } = await arrive()
    await signIn(page, person)
    let lost = 0
    await page.route(
      '**/api/bookings',
      async (route: Route) => {
        await route.fetch()
        lost += 1
        await route.abort('connectionreset')
      },
      { times: 1 },
    )
    await page.goto(detailsAddress(await freeHour(page)))
    await press(page.getByRole('button', { name: 'Réserver', exact: true }))
    await noticed(page, /La connexion s’est interrompue/)
    await page.getByText('Nous ne savons pas encore si c’est fait').waitFor()
    const [first, ...others] = await bookingsOf(page)
    expect([lost, others.length]).toEqual([1, 0])

    await press(page.getByRole('button', { name: 'Réessayer' }))
    await at(page, '/reservation')
    await booked(page)
    expect(new URL(page.url()).searchParams.get('id')).toBe(first?.id)
    expect(await bookingsOf(page)).toHaveLength(1)
  })

  it('is told by the page that reads, which reads again when asked', async () => {
    const { page } = await arrive()
    await page.route('**/sites/*/week', (route) => route.abort())
    await page.goto(`/lieu/${MONTMIRAIL}`)
    await noticed(page, /La connexion s’est interrompue/)
    await page.unroute('**/sites/*/week')
    await press(page.getByRole('button', { name: 'Réessayer' }))
    await title(page, 'Montmirail').waitFor()
  })
})

describe.skipIf(!stage)('a page of an unknown identifier', () => {
  it.each(['', '../me', '%00', '<b>'])('does not find the site %j, and shows a way out', async (id) => {
    const { page } = await arrive()
    await page.goto(`/lieu?${new URLSearchParams({ id })}`)
    await title(page, 'Ce lieu n’est pas connu ici').waitFor()
    await page.getByLabel('Votre commune ou code postal').waitFor()
  })

  it('looks the same for an unknown booking as for a booking of somebody else', async () => {
    const owner = await arrive()
    await signIn(owner.page, owner.person)
    const { id } = await book(owner.page, await freeHour(owner.page))
    const { page, person } = await arrive()
    await signIn(page, person)
    const shown: (string | null)[] = []
    for (const each of [id, '0'.repeat(20), 'not-an-id', '']) {
      await page.goto(`/reservation?id=${each}`)
      await title(page, 'Nous ne trouvons pas cette réservation.').waitFor()
      shown.push(await page.getByRole('main').textContent())
    }
    expect(new Set(shown).size).toBe(1)
  })
})

describe.skipIf(!stage)('an address to go on to after signing in', () => {
  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    'javascript:alert(1)',
    '/.//evil.example',
  ])('leads to a page of ours when it is %s', async (next) => {
    const { page, person } = await arrive()
    await page.goto(`/connexion?${new URLSearchParams({ next })}`)
    await page.getByLabel('Votre adresse e-mail').fill(person.email)
    await press(page.getByRole('button', { name: 'Recevoir mon code' }))
    await typeCode(page, person)
    await page.waitForURL((url) => url.pathname !== '/connexion')
    expect(new URL(page.url()).origin).toBe(stage?.origin)
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
})

describe.skipIf(!stage)('a name that is a piece of HTML', () => {
  const NAME = '<img src=x onerror=alert(1)>'

  const expectInert = async (page: Page) => {
    await page.getByText(NAME).first().waitFor()
    expect(await page.locator('img').count()).toBe(0)
  }

  it('is shown as it was typed on every page, and does nothing', async () => {
    const { page, person } = await arrive(NAME)
    const choice = await freeHour(page)
    await page.goto(detailsAddress(choice))
    await giveDetails(page, person)
    await typeCode(page, person)
    await at(page, '/reservation')
    await expectInert(page)
    await press(page.getByRole('link', { name: 'Annuler cette réservation' }))
    await at(page, '/annuler')
    await expectInert(page)
    await page.goto(detailsAddress(choice))
    await expectInert(page)
    await page.goto('/mes-reservations')
    await title(page, 'Mes réservations').waitFor()
    expect(await page.locator('img').count()).toBe(0)
    await page.goto('/_mailbox')
    expect(await page.locator('img').count()).toBe(0)
  })
})
