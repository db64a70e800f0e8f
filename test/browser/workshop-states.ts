import type { Page } from 'playwright-core'
import type { WorkshopList, WorkshopSummary } from '../../shared/contracts/workshop-views.ts'
import { codeSentTo } from './mailbox.ts'
import { MONTPEZAT } from './shortcuts.ts'
import { aPerson } from './stage.ts'
import { answering, noticed, type State, settled } from './state.ts'
import { title } from './steps.ts'

/** A demo workshop in Ille-et-Vilaine, with or without a free seat. */
export const aDemoWorkshop = async (
  page: Page,
  { full }: { readonly full: boolean },
): Promise<WorkshopSummary> => {
  const { workshops }: WorkshopList = await (await page.request.get('/api/workshops?departement=35')).json()
  const found = workshops.find(({ seatsLeft, appointments }) => !appointments && (seatsLeft === 0) === full)
  if (!found) throw new Error('the demo has no such workshop')
  return found
}

const listed =
  (query: string, heading: RegExp): State['open'] =>
  async (page) => {
    await page.goto(`/ateliers${query}`)
    await title(page, heading).waitFor()
    await settled(page)
  }

const LISTS: readonly State[] = [
  { name: 'workshops, where', open: listed('', /Apprendre le numérique/) },
  { name: 'workshops, of a département', open: listed('?q=35', /dans le département 35$/) },
  { name: 'workshops, near', open: listed('?near=48.33,-1.53', /autour de vous$/) },
  { name: 'workshops, of a site', open: listed('?lieu=06632A', /dans ce lieu$/) },
  { name: 'workshops, none', open: listed('?q=marmande', /^Aucun atelier prévu/) },
  { name: 'workshops, no such site', open: listed('?q=zzzzzz', /^Nous ne trouvons pas/) },
  {
    name: 'workshops, unreachable',
    open: async (page) => {
      await page.route(/\/api\/workshops/, (route) => route.abort())
      await page.goto('/ateliers?q=35')
      await noticed(page, /La connexion s’est interrompue/)
    },
  },
]

const shownWorkshop =
  (full: boolean, change: object, words: RegExp): State['open'] =>
  async (page) => {
    const { id } = await aDemoWorkshop(page, { full })
    await answering(page, /\/api\/workshops\//, (body) => ({ ...body, ...change }))
    await page.goto(`/atelier?id=${id}`)
    await page.getByRole('heading', { level: 2, name: words }).waitFor()
  }

const BOOKING = '0'.repeat(20)

const WORKSHOPS: readonly State[] = [
  { name: 'workshop', open: shownWorkshop(false, {}, /^Il reste \d\splaces? sur/) },
  { name: 'workshop, full', open: shownWorkshop(true, {}, /^Complet : \d demandes? en attente/) },
  {
    name: 'workshop, my seat',
    open: shownWorkshop(
      false,
      { mine: { status: 'confirmed', booking: BOOKING, places: 1 } },
      /Vous avez une place/,
    ),
  },
  {
    name: 'workshop, my rank',
    open: shownWorkshop(
      true,
      { mine: { status: 'waiting', rank: 2, places: 2, guest: 'Paul', notBefore: '2026-11-24' } },
      /Votre rang sur la liste d’attente : 2/,
    ),
  },
  {
    name: 'workshop, one of a cycle, newcomers first',
    open: async (page) => {
      const { id, ...workshop } = await aDemoWorkshop(page, { full: false })
      const workshops = ['1', '2', '3'].map((each) => ({ ...workshop, id: each.repeat(20) }))
      await page.route(/\/api\/cycles\//, (route) => route.fulfill({ json: { workshops } }))
      await answering(page, /\/api\/workshops\//, (body) => ({
        ...{ ...body, cycle: '0'.repeat(20), openToAllFrom: '2999-12-31' },
      }))
      await page.goto(`/atelier?id=${id}`)
      await page.getByRole('link', { name: 'M’inscrire à toutes les dates' }).waitFor()
    },
  },
  {
    name: 'workshop, offered to me',
    open: shownWorkshop(
      true,
      { mine: { status: 'offered', booking: BOOKING, places: 2, until: '2026-11-24T08:30' } },
      /Deux places sont gardées pour vous/,
    ),
  },
  {
    name: 'workshop, cancelled',
    open: shownWorkshop(false, { status: 'cancelled', note: 'Sophie est malade.' }, /Cet atelier est annulé/),
  },
  { name: 'workshop, begun', open: shownWorkshop(false, { begun: true }, /Cet atelier a commencé/) },
  {
    name: 'workshop, unknown',
    open: async (page) => {
      await page.goto('/atelier?id=0')
      await title(page, /Nous ne trouvons pas cet atelier/).waitFor()
    },
  },
]

const signingUp = async (page: Page, full = false) => {
  const { id } = await aDemoWorkshop(page, { full })
  await page.goto(`/inscription?id=${id}`)
  await title(page, /À quel nom/).waitFor()
  await settled(page)
}

const SIGNING_UP: readonly State[] = [
  { name: 'signing up, signed out', open: (page) => signingUp(page) },
  {
    name: 'signing up, code',
    open: async (page) => {
      const person = aPerson()
      await signingUp(page)
      await page.getByLabel('Votre nom').fill(person.name)
      await page.getByLabel('Votre adresse e-mail').fill(person.email)
      await page.getByRole('button', { name: 'Recevoir mon code' }).click()
      await codeSentTo(page, person)
      await page.getByLabel('Code à six chiffres').waitFor()
    },
  },
  { name: 'signing up, signed in', as: 'newcomer', open: (page) => signingUp(page) },
  { name: 'signing up, without a name', as: 'nameless', open: (page) => signingUp(page) },
  { name: 'signing up, to wait', as: 'newcomer', open: (page) => signingUp(page, true) },
  {
    name: 'signing up, just filled',
    as: 'newcomer',
    open: async (page) => {
      const body = JSON.stringify({ code: 'taken', waiting: 1, rank: 2 })
      await page.route(/\/seats$/, (route) =>
        route.fulfill({ status: 409, contentType: 'application/problem+json', body }),
      )
      await signingUp(page)
      await page.getByRole('button', { name: 'M’inscrire', exact: true }).click()
      await noticed(page, /L’atelier vient de se remplir/)
    },
  },
]

const signedUpToAll = async (page: Page) => {
  const cycle = '0'.repeat(20)
  const { id, date, start, end } = await aDemoWorkshop(page, { full: false })
  const when = { date, start, end, places: 2, guest: 'Paul' }
  const dates = [
    { ...when, workshop: '1'.repeat(20), booking: BOOKING, status: 'confirmed' },
    { ...when, workshop: '2'.repeat(20), rank: 2 },
    { ...when, workshop: '3'.repeat(20), refusal: 'holder-busy' },
  ]
  await answering(page, /\/api\/workshops\//, (body) => ({ ...body, cycle }))
  await page.route(/\/api\/cycles\/\w+$/, (route) => route.fulfill({ json: { workshops: [] } }))
  await page.route(/\/api\/cycles\/\w+\/seats$/, (route) => route.fulfill({ json: { dates } }))
  await page.goto(`/inscription?id=${id}&dates=toutes`)
  await page.getByLabel('Pour moi et une autre personne').check()
  await page.getByRole('button', { name: 'M’inscrire à toutes les dates' }).click()
  await title(page, 'Vos inscriptions').waitFor()
}

const FOR_WHOM: readonly State[] = [
  {
    name: 'signing up, somebody else without a name',
    as: 'newcomer',
    open: async (page) => {
      await signingUp(page)
      await page.getByLabel('Pour quelqu’un d’autre').check()
      await page.getByRole('button', { name: 'M’inscrire', exact: true }).click()
      await page.getByText('Écrivez le prénom de la personne qui vient.').waitFor()
    },
  },
  {
    name: 'signing up, one seat left for two',
    as: 'newcomer',
    open: async (page) => {
      await page.route(/\/seats$/, (route) =>
        route.fulfill({
          ...{ status: 409, contentType: 'application/problem+json' },
          body: JSON.stringify({ code: 'taken', placesLeft: 1, rank: 2 }),
        }),
      )
      await signingUp(page)
      await page.getByLabel('Pour moi et une autre personne').check()
      await page.getByRole('button', { name: 'M’inscrire', exact: true }).click()
      await noticed(page, /Il ne reste qu’une place/)
    },
  },
  { name: 'signing up, to all dates', as: 'newcomer', open: signedUpToAll },
]

const editing = async (page: Page, change: object = {}): Promise<void> => {
  const { id } = await aDemoWorkshop(page, { full: false })
  const colleagues = [
    { id: '1'.repeat(20), name: 'Karim', leads: false, busy: true },
    { id: '2'.repeat(20), name: 'Nora', leads: false, busy: false },
    { id: '3'.repeat(20), name: 'Sophie', leads: true, busy: false },
    { id: '4'.repeat(20), name: 'Zoé', leads: true, busy: false },
  ]
  await page.route(/\/colleagues$/, (route) => route.fulfill({ json: { colleagues } }))
  await answering(page, /\/api\/workshops\/[0-9a-z]+$/, (body) => ({ ...body, ...change }))
  await page.goto(`/modifier-atelier?${new URLSearchParams({ lieu: MONTPEZAT, id })}`)
  await page.getByLabel('Titre').waitFor()
  await settled(page)
}

const EDITING: readonly State[] = [
  { name: 'editing a workshop', as: 'staff', open: (page) => editing(page) },
  {
    name: 'editing a permanence, led by nobody',
    as: 'staff',
    open: async (page) => {
      await editing(page, { appointments: { minutes: 30, dropIn: false, free: ['10:00'] } })
      for (const name of ['Sophie', 'Zoé']) await page.getByLabel(name, { exact: true }).uncheck()
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.getByRole('link', { name: 'Choisissez au moins une personne.' }).waitFor()
    },
  },
  {
    name: 'editing a workshop, people who are busy then',
    as: 'staff',
    open: async (page) => {
      const body = JSON.stringify({ code: 'people-busy', people: 2 })
      await editing(page)
      await page.route(/\/api\/workshops\/[0-9a-z]+$/, (route) =>
        route.request().method() === 'PATCH'
          ? route.fulfill({ status: 409, contentType: 'application/problem+json', body })
          : route.fallback(),
      )
      await page.getByLabel('Jour').fill('2027-03-02')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await noticed(page, /Des inscrits ne sont pas libres à cette heure/)
    },
  },
  {
    name: 'editing a cycle, some dates not changed',
    as: 'staff',
    open: async (page) => {
      const workshop = '0'.repeat(20)
      const at = (date: string, refusal?: string) => ({
        ...{ workshop, date, start: '14:00', end: '16:00' },
        ...(refusal && { refusal }),
      })
      const dates = [
        at('2027-03-02'),
        at('2027-03-09'),
        at('2027-03-16', 'taken'),
        at('2027-03-23', 'people-busy'),
      ]
      await page.route(/\/api\/cycles\//, (route) => route.fulfill({ json: { dates } }))
      await editing(page, { cycle: '0'.repeat(20) })
      await page.getByLabel('Cette date et les suivantes').check()
      await page.getByLabel('Titre').fill('Mes photos')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.getByRole('heading', { name: '2 dates sont changées' }).waitFor()
    },
  },
  {
    name: 'editing a workshop, cancelling it',
    as: 'staff',
    open: async (page) => {
      await editing(page)
      await page.getByText('Annuler cet atelier…').click()
      await page.getByLabel('Pourquoi').waitFor()
    },
  },
  {
    name: 'editing a workshop, more people than seats',
    as: 'staff',
    open: async (page) => {
      const body = JSON.stringify({ code: 'seats-taken', taken: 4 })
      await editing(page)
      await page.route(/\/api\/workshops\/[0-9a-z]+$/, (route) =>
        route.request().method() === 'PATCH'
          ? route.fulfill({ status: 409, contentType: 'application/problem+json', body })
          : route.fallback(),
      )
      await page.getByLabel('Nombre de places').fill('2')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await noticed(page, /Plus de personnes sont inscrites/)
    },
  },
]

export const WORKSHOP_STATES: readonly State[] = [
  ...LISTS,
  ...WORKSHOPS,
  ...SIGNING_UP,
  ...FOR_WHOM,
  ...EDITING,
]
