import type { Page } from 'playwright-core'
import { detailsAddress } from '../../web/availability/choice.ts'
import type { Cast } from './cast.ts'
import { codeSentTo } from './mailbox.ts'
import { aPerson } from './stage.ts'
import { alternativesTo, answeredFirst, answering, noticed, problem, type State, shown } from './state.ts'
import { giveDetails, title } from './steps.ts'

const details = ({ choice }: Cast): string => detailsAddress(choice)

const askCode = async (page: Page, cast: Cast) => {
  const person = aPerson()
  await page.goto(details(cast))
  await giveDetails(page, person)
  await page.getByLabel('Code à six chiffres').waitFor()
  return person
}

const wrongCode = async (page: Page, cast: Cast, tries: number) => {
  const sent = await codeSentTo(page, await askCode(page, cast))
  const wrong = sent === '000000' ? '000001' : '000000'
  for (let count = 0; count < tries; count++) {
    await page.getByLabel('Code à six chiffres').fill(wrong)
    await Promise.all([
      page.waitForResponse(/\/api\/auth\/sessions/),
      page.getByRole('button', { name: 'Réserver ma place' }).click(),
    ])
  }
}

const submitted = async (page: Page, cast: Cast, name: string) => {
  await page.goto(details(cast))
  await page.getByRole('button', { name, exact: true }).click()
}

const DETAILS: readonly State[] = [
  { name: 'details, signed out', open: shown(details, /À quel nom/) },
  {
    name: 'details, nothing typed',
    open: async (page, cast) => {
      await submitted(page, cast, 'Recevoir mon code')
      await noticed(page, /Il y a des choses à corriger/)
    },
  },
  { name: 'details, signed in', as: 'newcomer', open: shown(details, /À quel nom/) },
  { name: 'details, signed in without a name', as: 'nameless', open: shown(details, /À quel nom/) },
  {
    name: 'details, no name typed',
    as: 'nameless',
    open: async (page, cast) => {
      await submitted(page, cast, 'Réserver')
      await noticed(page, /Il y a une chose à corriger/)
    },
  },
  {
    name: 'details, of a site that answers first',
    as: 'newcomer',
    open: async (page, cast) => {
      await answeredFirst(page)
      await shown(details, /À quel nom/)(page, cast)
    },
  },
  {
    name: 'details, of a site without hours that answers first',
    as: 'newcomer',
    open: async (page, cast) => {
      await answeredFirst(page, { counter: undefined })
      await shown(details, /À quel nom/)(page, cast)
    },
  },
  { name: 'details, address incomplete', open: shown('/coordonnees', /À quel nom/) },
]

const REFUSED: readonly State[] = [
  {
    name: 'details, the time was just taken',
    as: 'newcomer',
    open: async (page, cast) => {
      const alternatives = alternativesTo(cast.choice)
      await page.route(/\/api\/bookings/, (route) => route.fulfill(problem('taken', { alternatives })))
      await submitted(page, cast, 'Réserver')
      await noticed(page, /Ce créneau vient d’être pris/)
    },
  },
  {
    name: 'details, no answer came',
    as: 'newcomer',
    open: async (page, cast) => {
      await page.route(/\/api\/bookings/, (route) => route.abort())
      await submitted(page, cast, 'Réserver')
      await noticed(page, /La connexion s’est interrompue/)
    },
  },
]

const CODE: readonly State[] = [
  {
    name: 'code',
    open: async (page, cast) => {
      await askCode(page, cast)
    },
  },
  {
    name: 'code, wrong',
    open: async (page, cast) => {
      await wrongCode(page, cast, 1)
      await page.getByRole('link', { name: /Ce n’est pas le bon code/ }).waitFor()
    },
  },
  {
    name: 'code, no longer valid',
    open: async (page, cast) => {
      await wrongCode(page, cast, 6)
      await page.getByRole('link', { name: /Ce code ne sert plus/ }).waitFor()
    },
  },
  {
    name: 'code, sent again',
    open: async (page, cast) => {
      await askCode(page, cast)
      await page.getByRole('button', { name: 'Renvoyer un code' }).click()
      await noticed(page, /Un autre code est parti/)
    },
  },
  {
    name: 'code of a link',
    open: async (page) => {
      await page.goto('/code-recu#123456')
      await page.getByRole('img', { name: '1 2 3 4 5 6' }).waitFor()
    },
  },
  { name: 'code of a link, cut off', open: shown('/code-recu', /Le code de votre e-mail/) },
  {
    name: 'code, without an address',
    open: shown((cast) => details(cast).replace('coordonnees', 'code'), /Le code/),
  },
]

const booking = (cast: Cast): string => `/reservation?id=${cast.booking}`

/** The member's booking after some time, or after an answer. */
const become =
  (changes: object, words: RegExp): State['open'] =>
  async (page, cast) => {
    await answering(page, /\/api\/bookings\/\w+$/, (body) => ({ ...body, ...changes }))
    await page.goto(booking(cast))
    await title(page, words).waitFor()
  }

const HELD = { until: '2026-11-24T10:00' }
const CHECK_IN = { from: '2026-11-24T07:30', until: '2026-11-24T08:15', isOpen: true, releases: true }
const DOOR = { from: '2026-11-24T07:50', until: '2026-11-24T12:00' }
const PAIR = { workshop: '0'.repeat(20), title: 'Premiers pas', places: 2, guest: 'Paul' }
const OFFERED = { ...HELD, status: 'offered' }

const LENT = {
  id: 'bureau',
  name: 'Bureau partagé',
  amenities: ['step-free', 'accessible-toilets', 'wifi'],
  price: { per: 'half-day', cents: 1250 },
}
const KEY = {
  kind: 'key-holder',
  keeper: {
    name: 'Mairie de Saint-Barthélemy-le-Plain',
    address: '1 place Rémy Petit, 51210 Montmirail',
    phone: '03 53 01 00 21',
    hours: [],
  },
}
const WAYS_IN = {
  'a key to fetch before': {
    access: { ...KEY, note: 'Demandez au secrétariat.' },
    keyPickup: { date: '2026-11-19', ranges: [['14:00', '17:00']] },
  },
  'a key out of reach': {
    access: KEY,
    keyPickup: { date: '2026-11-19', ranges: [['14:00', '17:00']], over: true },
  },
  'somebody who comes': {
    access: { kind: 'host', host: { name: 'Madame Petit', phone: '03 53 01 00 21', callHoursBefore: 24 } },
  },
  'nobody to open': { access: { kind: 'counter-staff' }, unstaffed: true },
} as const

const ANSWERS: readonly State[] = [
  {
    name: 'booking, requested',
    as: 'member',
    open: become({ ...HELD, status: 'requested' }, /Demande envoyée/),
  },
  {
    name: 'booking, approved with a note',
    as: 'member',
    open: become({ note: 'La clé est à la mairie, demandez Madame Petit.' }, /C’est réservé/),
  },
  ...Object.entries(WAYS_IN).map(
    ([name, { access, ...facts }]): State => ({
      name: `booking, ${name}`,
      as: 'member',
      open: become({ space: { ...LENT, access }, ...facts }, /C’est réservé/),
    }),
  ),
  { name: 'booking, offered', as: 'member', open: become(OFFERED, /Une place est libre pour vous/) },
  {
    name: 'booking, offered elsewhere',
    as: 'member',
    open: become({ ...OFFERED, distanceKm: 23.4 }, /Une place est libre pour vous/),
  },
  {
    name: 'booking, offered and gone',
    as: 'member',
    open: async (page, cast) => {
      await page.route(/\/acceptance$/, (route) => route.fulfill(problem('hold-ended')))
      await become(OFFERED, /Une place est libre pour vous/)(page, cast)
      await page.getByRole('button', { name: 'Accepter cette place' }).click()
      await noticed(page, /Le délai pour répondre est passé/)
    },
  },
  { name: 'booking, time to check in', as: 'member', open: become({ checkIn: CHECK_IN }, /C’est réservé/) },
  {
    name: 'booking, check-in later',
    as: 'member',
    open: become({ checkIn: { ...CHECK_IN, isOpen: false } }, /C’est réservé/),
  },
  {
    name: 'booking, attended',
    as: 'member',
    open: become({ status: 'attended' }, /Votre arrivée est notée/),
  },
  {
    name: 'booking, no-show',
    as: 'member',
    open: become({ status: 'no-show', cancellable: false }, /La place est rendue/),
  },
  {
    name: 'booking, closed with another kept instead',
    as: 'member',
    open: become(
      {
        status: 'cancelled',
        cancellable: false,
        cause: 'closure',
        note: 'Fuite d’eau',
        replacedBy: '0'.repeat(20),
      },
      /Cette réservation est annulée/,
    ),
  },
  {
    name: 'my bookings, of each status',
    as: 'member',
    open: async (page) => {
      const states = [
        { ...HELD, status: 'requested' },
        OFFERED,
        { status: 'attended' },
        { status: 'no-show', cancellable: false },
      ]
      await answering(page, /\/api\/me\/bookings$/, ({ bookings, ...rest }) => ({
        ...rest,
        bookings: (bookings as object[]).map((each, at) => ({ ...each, ...states[at] })),
      }))
      await page.goto('/mes-reservations')
      await page.getByText(/à accepter avant/).waitFor()
    },
  },
]

const BOOKINGS: readonly State[] = [
  { name: 'booking, confirmed', as: 'member', open: shown(booking, /C’est réservé/) },
  {
    name: 'booking, cancelled',
    as: 'member',
    open: shown(({ cancelled }) => `/reservation?id=${cancelled}`, /Cette réservation est annulée/),
  },
  {
    name: 'booking, begun',
    as: 'member',
    open: async (page, cast) => {
      await answering(page, /\/api\/bookings\//, (body) => ({ ...body, begun: true, cancellable: false }))
      await page.goto(booking(cast))
      await page.getByText('Elle a commencé, ou elle est passée.').waitFor()
    },
  },
  ...(['later', 'shown', 'awaited', 'withheld'] as const).map((state) => ({
    name: `booking, its door's code ${state}`,
    as: 'member' as const,
    open: become({ door: { ...DOOR, state, ...(state === 'shown' && { code: '742913' }) } }, /C’est réservé/),
  })),
  {
    name: 'booking, its door’s code not typed in yet',
    as: 'member',
    open: become({ door: { ...DOOR, state: 'awaited', byHand: true } }, /C’est réservé/),
  },
  {
    name: 'booking, a seat',
    as: 'member',
    open: become({ workshop: '0'.repeat(20), title: 'Premiers pas sur internet' }, /C’est réservé/),
  },
  {
    name: 'booking, a seat that is offered',
    as: 'member',
    open: become(
      { ...OFFERED, workshop: '0'.repeat(20), title: 'Premiers pas' },
      /Une place est libre pour vous/,
    ),
  },
  {
    name: 'booking, the room of a workshop',
    as: 'member',
    open: become(
      { use: 'room', workshop: '0'.repeat(20), title: 'Premiers pas', cancellable: false },
      /C’est réservé/,
    ),
  },
  { name: 'booking, unknown', as: 'member', open: shown('/reservation?id=0', /Nous ne trouvons pas/) },
  { name: 'booking, signed out', open: shown(booking, /Votre réservation/) },
  {
    name: 'cancel, asked',
    as: 'member',
    open: shown(({ booking: id }) => `/annuler?id=${id}`, /Annuler cette réservation/),
  },
  {
    name: 'cancel, done',
    as: 'member',
    open: shown(({ cancelled }) => `/annuler?id=${cancelled}`, /C’est annulé/),
  },
  {
    name: 'cancel, two seats',
    as: 'member',
    open: async (page, cast) => {
      await answering(page, /\/api\/bookings\/\w+$/, (body) => ({ ...body, ...PAIR }))
      await page.goto(`/annuler?id=${cast.booking}`)
      await title(page, /Qui ne vient plus/).waitFor()
      await page.getByRole('radio', { name: 'Moi. Paul vient.' }).check()
      await page.getByLabel('Le prénom de qui vient').waitFor()
    },
  },
  { name: 'booking, two seats', as: 'member', open: become(PAIR, /C’est réservé/) },
  { name: 'my bookings', as: 'member', open: shown('/mes-reservations', /Mes réservations/) },
  { name: 'my bookings, none', as: 'newcomer', open: shown('/mes-reservations', /Mes réservations/) },
  { name: 'my bookings, signed out', open: shown('/mes-reservations', /Retrouver mes réservations/) },
]

const SIGN_IN: readonly State[] = [
  { name: 'sign in', open: shown('/connexion', /Retrouver mes réservations/) },
  {
    name: 'sign in, e-mail incomplete',
    open: async (page) => {
      await page.goto('/connexion')
      await page.getByLabel('Votre adresse e-mail').fill('camille@')
      await page.getByRole('button', { name: 'Recevoir mon code' }).click()
      await noticed(page, /Il y a une chose à corriger/)
    },
  },
  {
    name: 'sign in, code',
    open: async (page) => {
      await page.goto('/connexion')
      await page.getByLabel('Votre adresse e-mail').fill(aPerson().email)
      await page.getByRole('button', { name: 'Recevoir mon code' }).click()
      await title(page, /Le code reçu/).waitFor()
    },
  },
]

export const BOOKING_STATES: readonly State[] = [
  ...DETAILS,
  ...REFUSED,
  ...CODE,
  ...BOOKINGS,
  ...ANSWERS,
  ...SIGN_IN,
]
