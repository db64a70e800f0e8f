import type { Page } from 'playwright-core'
import { MONTMIRAIL } from './shortcuts.ts'
import { asStaff } from './staff-states.ts'
import { alternativesTo, focusNoticed, noticed, problem, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const AGENT = [{ role: 'agent', scope: `site:${MONTMIRAIL}` }] as const
const LONG_NAME = 'Association des amis de la bibliothèque intercommunale de Saint-Barthélemy'

const PAIR = { begun: false, workshop: '0'.repeat(20), title: 'Premiers pas', places: 2, guest: 'Paul' }

const FOUND = {
  id: '0'.repeat(20),
  reference: '0000-00',
  status: 'confirmed',
  site: {
    id: MONTMIRAIL,
    name: 'Montmirail',
    address: '',
    postcode: '51210',
    commune: 'Montmirail',
    timeZone: 'Europe/Paris',
  },
  space: { id: 'bureau', name: 'Bureau partagé', access: { kind: 'counter-staff' } },
  date: '2026-11-24',
  start: '08:00',
  end: '12:00',
  use: 'desk',
  places: 1,
  holderName: LONG_NAME,
  phone: '03 26 81 20 00',
  begun: true,
  cancellable: true,
}

const atCounter =
  (act: (page: Page) => Promise<unknown> = async () => {}): State['open'] =>
  async (page) => {
    await asStaff(page, AGENT)
    await page.goto(`/guichet?lieu=${MONTMIRAIL}`)
    await page.getByRole('group', { name: 'Quand' }).waitFor()
    await settled(page)
    await act(page)
  }

const filled = async (page: Page) => {
  await page.getByLabel('Nom de la personne').fill(LONG_NAME)
  await page
    .getByRole('radio', { name: /^.*de \d/ })
    .first()
    .check()
}

const refused = (code: string, facts: object = {}) =>
  atCounter(async (page) => {
    await page.route(/\/api\/bookings$/, (route) => {
      const { space, date } = route.request().postDataJSON()
      const alternatives = code === 'taken' ? { alternatives: alternativesTo({ space, date }) } : {}
      return route.fulfill(problem(code, { ...alternatives, ...facts }))
    })
    await filled(page)
    await page.keyboard.press('Enter')
    await page.locator('.notice h2').waitFor()
  })

const searched =
  (bookings: readonly object[], act: (page: Page) => Promise<unknown>): State['open'] =>
  async (page) => {
    await asStaff(page, AGENT)
    await page.route(/\/bookings\/search$/, (route) =>
      route.fulfill({ json: { bookings, isAll: bookings.length === 0 } }),
    )
    await page.goto(`/retrouver?lieu=${MONTMIRAIL}`)
    await page.getByLabel('Nom, téléphone ou référence').fill('Martin')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await act(page)
  }

const PHONE = [{ role: 'phone', scope: 'network' }] as const
const CALL = {
  ...{ id: 'c'.repeat(20), version: 1, news: 'cancelled', cause: 'closure', holder: 'h'.repeat(20) },
  ...{ holderName: LONG_NAME, phone: '03 26 81 20 00', note: 'Fuite d’eau', space: 'Bureau partagé' },
  ...{ date: '2026-11-24', start: '08:00', end: '12:00', use: 'desk', places: 1 },
  site: { id: MONTMIRAIL, name: 'Montmirail' },
}

const onTelephone =
  (
    act: (page: Page) => Promise<unknown> = async () => {},
    calls: readonly object[] = [CALL],
  ): State['open'] =>
  async (page) => {
    await asStaff(page, PHONE)
    await page.route(/\/api\/calls$/, (route) => route.fulfill({ json: { calls, isAll: true } }))
    await page.route(/\/api\/bookings\/search$/, (route) =>
      route.fulfill({ json: { bookings: [FOUND, { ...FOUND, id: '1'.repeat(20) }], isAll: false } }),
    )
    await page.goto('/telephone')
    await page.getByLabel('Téléphone ou référence').waitFor()
    await settled(page)
    await act(page)
  }

const BEGUN = {
  id: 'w'.repeat(20),
  status: 'planned',
  title: 'Premiers pas sur internet',
  site: FOUND.site,
  date: '2026-11-24',
  start: '10:00',
  end: '12:00',
  seats: 6,
  seatsLeft: 2,
  waiting: 3,
  begun: true,
}

const atBegunWorkshop = (act: (page: Page) => Promise<unknown> = async () => {}) =>
  atCounter(async (page) => {
    await page.route(/\/api\/workshops\?/, (route) =>
      route.fulfill({ json: { workshops: [BEGUN, { ...BEGUN, id: 'v'.repeat(20), seatsLeft: 0 }] } }),
    )
    await page.getByRole('radio', { name: 'Un atelier' }).check()
    await page.getByRole('group', { name: 'Lequel' }).waitFor()
    await act(page)
  })

/** The pages of the counter, and the public one at the door. */
export const COUNTER_STATES: readonly State[] = [
  { name: 'counter, signed out', open: shown(`/guichet?lieu=${MONTMIRAIL}`, /Réserver pour quelqu’un/) },
  { name: 'counter, empty', as: 'member', open: atCounter() },
  {
    name: 'counter, nothing filled in',
    as: 'member',
    open: atCounter(async (page) => {
      await page.getByRole('button', { name: 'Réserver', exact: true }).click()
      await noticed(page, /Il y a des choses à corriger/)
    }),
  },
  {
    name: 'counter, known by phone',
    as: 'member',
    open: atCounter(async (page) => {
      const people = ['Jeanne Martin', LONG_NAME].map((name, at) => ({ holder: String(at).repeat(20), name }))
      await page.route(/\/people\/search$/, (route) => route.fulfill({ json: { people } }))
      await page.getByLabel('Téléphone (facultatif)').fill('03 26 81 20 00')
      await page.getByRole('radio', { name: 'Oui, Jeanne Martin' }).waitFor()
    }),
  },
  {
    name: 'counter, hours that are none',
    as: 'member',
    open: atCounter(async (page) => {
      await page.getByRole('button', { name: 'Réserver ces heures' }).click()
      await page.getByText('Au quart d’heure, comme 10:15.').waitFor()
    }),
  },
  {
    name: 'counter, no workshop',
    as: 'member',
    open: atCounter(async (page) => {
      await page.getByRole('radio', { name: 'Un atelier' }).check()
      await page.getByRole('group', { name: 'Lequel' }).waitFor()
    }),
  },
  {
    name: 'counter, before it is known where',
    as: 'member',
    open: async (page) => {
      await page.route(/\/api\//, () => {})
      await page.goto(`/guichet?lieu=${MONTMIRAIL}`)
      await page.getByLabel('Nom de la personne').fill(LONG_NAME)
      await page.getByRole('button', { name: 'Réserver', disabled: false }).waitFor()
    },
  },
  { name: 'counter, a workshop that has begun', as: 'member', open: atBegunWorkshop() },
  {
    name: 'counter, a workshop that has begun and is full',
    as: 'member',
    open: atBegunWorkshop(async (page) => {
      await page.route(/\/seats$/, (route) => route.fulfill(problem('taken', { waiting: 3, rank: 4 })))
      await page.getByLabel('Nom de la personne').fill(LONG_NAME)
      await page.getByRole('radio', { name: /, 0\splace/ }).check()
      await page.keyboard.press('Enter')
      await noticed(page, /C’est complet/)
    }),
  },
  { name: 'counter, just taken', as: 'member', open: refused('taken', { placesLeft: 0 }) },
  {
    name: 'counter, waiting for a taken hour',
    as: 'member',
    open: async (page, cast) => {
      await refused('taken')(page, cast)
      await page.route(/\/api\/waits$/, (route) => route.fulfill({ status: 201, json: { rank: 2 } }))
      await page.getByRole('button', { name: 'Mettre sur la liste d’attente' }).click()
      await title(page, 'Au rang 2 de la liste d’attente.').waitFor()
    },
  },
  { name: 'counter, a limit', as: 'member', open: refused('quota-reached', { passes: '2026-11-24T12:00' }) },
  { name: 'counter, busy', as: 'member', open: refused('busy') },
  {
    name: 'counter, booked',
    as: 'member',
    open: atCounter(async (page) => {
      await page.route(/\/api\/bookings$/, (route) => route.fulfill({ status: 201, json: FOUND }))
      await filled(page)
      await page.keyboard.press('Enter')
      await title(page, 'C’est réservé.').waitFor()
    }),
  },
  {
    name: 'slip to print',
    as: 'member',
    open: shown(({ booking }) => `/bordereau?id=${booking}`, /Bordereau/),
  },
  {
    name: 'slip to print, signed out',
    open: shown(({ booking }) => `/bordereau?id=${booking}`, /Bordereau/),
  },
  {
    name: 'finding, found',
    as: 'member',
    open: searched([FOUND, { ...FOUND, id: '1'.repeat(20), begun: false }], async (page) => {
      await noticed(page, /2 réservations/)
      await page
        .getByRole('button', { name: /^Annuler/ })
        .first()
        .click()
      await page.getByRole('button', { name: /^Oui, annuler/ }).waitFor()
    }),
  },
  {
    name: 'finding, two seats',
    as: 'member',
    open: searched([{ ...FOUND, ...PAIR }], async (page) => {
      await page.getByRole('button', { name: /^Annuler/ }).click()
      await page.getByRole('button', { name: /^Rendre une place, Paul vient/ }).waitFor()
    }),
  },
  { name: 'finding, nobody', as: 'member', open: searched([], (page) => noticed(page, /Rien à ce nom/)) },
  {
    name: 'finding, too little',
    as: 'member',
    open: searched([], async (page) => {
      await focusNoticed(page, /Rien à ce nom/)
      await page.getByLabel('Nom, téléphone ou référence').fill('ab')
      await page.keyboard.press('Enter')
      await page.getByText('Écrivez au moins trois lettres ou chiffres.').waitFor()
    }),
  },
  {
    name: 'telephone, found',
    as: 'member',
    open: onTelephone(async (page) => {
      await page.getByLabel('Téléphone ou référence').fill('0000-00')
      await page.keyboard.press('Enter')
      await focusNoticed(page, /2 réservations/)
    }),
  },
  {
    name: 'telephone, places',
    as: 'member',
    open: onTelephone(async (page) => {
      await page.getByLabel('Commune, code postal').fill('Montmirail')
      await page.keyboard.press('Enter')
      await focusNoticed(page, /où réserver/)
    }),
  },
  {
    name: 'telephone, nothing to read',
    as: 'member',
    open: onTelephone(async (page) => {
      await page.getByLabel('Téléphone ou référence').fill('Bernadette')
      await page.getByRole('button', { name: 'Retrouver', exact: true }).click()
      await page.getByText('les six signes de la référence').waitFor()
    }, []),
  },
  { name: 'telephone, signed out', open: shown('/telephone', /Répondre au téléphone/) },
  { name: 'telephone, no right', as: 'member', open: shown('/telephone', /Répondre au téléphone/) },
  {
    name: 'counter, by telephone, booked',
    as: 'member',
    open: async (page) => {
      await asStaff(page, PHONE)
      await page.goto(`/guichet?lieu=${MONTMIRAIL}`)
      await page.getByRole('group', { name: 'Quand' }).waitFor()
      await page.route(/\/api\/bookings$/, (route) =>
        route.fulfill({ status: 201, json: { ...FOUND, reference: 'K7PM-4R' } }),
      )
      await filled(page)
      await page.keyboard.press('Enter')
      await title(page, 'C’est réservé.').waitFor()
    },
  },
  {
    name: 'sheet of the day, with names',
    as: 'member',
    open: async (page) => {
      await asStaff(page, AGENT)
      const sheet = {
        spaces: [{ id: 'bureau', name: 'Bureau partagé' }],
        bookings: [{ ...FOUND, space: 'bureau' }],
      }
      await page.route(/\/planning\?/, (route) => route.fulfill({ json: sheet }))
      await page.goto(`/feuille?lieu=${MONTMIRAIL}&date=2026-11-24`)
      await page.getByRole('radio', { name: 'Pour le guichet, avec les noms' }).check()
      await page.getByText(LONG_NAME).waitFor()
    },
  },
  { name: 'kiosk', open: shown(`/borne?lieu=${MONTMIRAIL}`, /^Montmirail$/) },
  { name: 'kiosk, unknown site', open: shown('/borne?lieu=99999Z', /Ce qui est libre ici/) },
]
