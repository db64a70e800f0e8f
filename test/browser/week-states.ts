import type { AbsencePlan, NotedAbsence } from '../../shared/contracts/absence-views.ts'
import type { WeekView } from '../../shared/contracts/week-views.ts'
import { laterDate } from '../../web/kit/later-date.ts'
import { asStaff } from './staff-states.ts'
import { answering, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const MONDAY = '2026-12-07'

type Led = WeekView['workshops'][number]

const led = (day: number, start: string, end: string, changes: Partial<Led> = {}): Led => ({
  id: String(day).repeat(20),
  status: 'planned',
  title: 'Écrire et recevoir des messages',
  site: {
    ...{ id: '00518A', name: 'Saint-Gérand-le-Puy', address: '5 rue du Commerce', postcode: '03150' },
    ...{ commune: 'Saint-Gérand-le-Puy', timeZone: 'Europe/Paris' },
  },
  date: laterDate(MONDAY, day),
  spaceName: 'Îlot numérique',
  ...{ start, end, seats: 4, seatsLeft: 4, waiting: 0, begun: false },
  ...changes,
})

const LONG = 'Association intercommunale des anticonstitutionnellement numériques de Saint-Barthélemy'

const week =
  (changes: Partial<WeekView>, width?: number): State['open'] =>
  async (page) => {
    if (width) await page.setViewportSize({ width, height: 800 })
    await asStaff(page, [{ role: 'mediator', scope: 'site:00518A', place: 'Saint-Gérand-le-Puy' }])
    await answering(page, /\/api\/me\/week/, (body) => ({ ...body, ...changes }))
    await page.goto(`/ma-semaine?du=${MONDAY}`)
    await title(page, /^Ma semaine, du/).waitFor()
    await settled(page)
  }

const FULL: Partial<WeekView> = {
  weeklyHours: 17.5,
  plannedMinutes: 570,
  workshops: [
    led(0, '09:00', '11:00'),
    led(1, '09:00', '11:00', { seatsLeft: 0, waiting: 2, otherMediators: ['Karim', 'Nora'] }),
    led(1, '14:00', '15:30', { id: 'x'.repeat(20), title: LONG, way: { km: 50, minutes: 75 }, seatsLeft: 1 }),
    led(3, '10:00', '12:00', { status: 'cancelled', seatsLeft: 0 }),
    led(6, '10:00', '12:00', { seatsLeft: 3 }),
  ],
}

const COLLEAGUES = [
  { id: '1'.repeat(20), name: 'Karim', leads: false, busy: true },
  { id: '2'.repeat(20), name: 'Nora', leads: false, busy: false },
  {
    ...{ id: '3'.repeat(20), name: 'Zoé', leads: false, busy: false },
    tooFar: { otherSiteName: 'Noyant-d’Allier', km: 50, minutes: 75 },
  },
]

const PLAN: AbsencePlan = {
  date: MONDAY,
  mediator: 'm'.repeat(20),
  mediatorName: 'Sophie',
  sittings: [
    { ...led(0, '09:00', '11:00', { seatsLeft: 0 }), colleagues: COLLEAGUES, proposed: '2'.repeat(20) },
    { ...led(0, '14:00', '15:30', { id: 'x'.repeat(20), title: LONG }), colleagues: COLLEAGUES },
    { ...led(0, '16:00', '17:00', { otherMediators: ['Karim'] }), colleagues: COLLEAGUES },
  ],
}

const absent =
  (plan: AbsencePlan, query = '', width?: number): State['open'] =>
  async (page) => {
    if (width) await page.setViewportSize({ width, height: 900 })
    await asStaff(page, [{ role: 'mediator', scope: 'site:00518A', place: 'Saint-Gérand-le-Puy' }])
    await page.route(/\/api\/absences\//, (route) => route.fulfill({ json: plan }))
    await page.goto(`/absence?du=${MONDAY}${query}`)
    await title(page, /absence/i).waitFor()
    await settled(page)
  }

const noted =
  (answer: NotedAbsence, heading: RegExp): State['open'] =>
  async (page, cast) => {
    await absent(PLAN)(page, cast)
    await page.unroute(/\/api\/absences\//)
    await page.route(/\/api\/absences\//, (route) => route.fulfill({ json: answer }))
    await page.getByRole('button', { name: 'Confirmer l’absence' }).click()
    await title(page, heading).waitFor()
  }

const [PASSED, LEFT] = [
  { workshop: '0'.repeat(20), outcome: 'handed-over', mediatorName: 'Nora' },
  { workshop: 'x'.repeat(20), refusal: 'holder-busy' },
] as const

const ABSENCES: readonly State[] = [
  { name: 'an absence', as: 'staff', open: absent(PLAN) },
  {
    name: 'an absence of a colleague, at a desk',
    as: 'staff',
    open: async (page, cast) => {
      await page.addInitScript(() => sessionStorage.setItem('absent', 'm'.repeat(20)))
      await absent(PLAN, '&collegue=1', 1280)(page, cast)
    },
  },
  { name: 'an absence of nobody', as: 'staff', open: absent(PLAN, '&collegue=1') },
  { name: 'an absence, nothing that day', as: 'staff', open: absent({ ...PLAN, sittings: [] }) },
  {
    name: 'an absence, noted',
    as: 'staff',
    open: noted(
      { sittings: [PASSED, { workshop: 'x'.repeat(20), outcome: 'cancelled' }], remaining: 0 },
      /^C’est noté/,
    ),
  },
  {
    name: 'an absence, not all done',
    as: 'staff',
    open: noted({ sittings: [PASSED, LEFT], remaining: 1 }, /^Tout n’est pas encore fait/),
  },
  { name: 'an absence, no day', as: 'staff', open: shown('/absence', /^Une absence/) },
]

export const WEEK_STATES: readonly State[] = [
  ...ABSENCES,
  { name: 'my week, empty', as: 'staff', open: week({}) },
  { name: 'my week', as: 'staff', open: week(FULL) },
  { name: 'my week, at a desk', as: 'staff', open: week(FULL, 1280) },
  {
    name: 'my week, hours that cannot be',
    as: 'staff',
    open: async (page, cast) => {
      await week(FULL)(page, cast)
      await page.getByText('Les heures de mon contrat').click()
      await page.getByLabel('Heures par semaine').fill('17,3')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.getByRole('link', { name: /par demi-heures/ }).waitFor()
    },
  },
  { name: 'my week, signed out', open: shown('/ma-semaine', /^Ma semaine$/) },
  {
    name: 'my week, of somebody who leads nothing',
    as: 'member',
    open: shown('/ma-semaine', /^Ma semaine$/),
  },
]
