import type { Page } from 'playwright-core'
import type { AttendanceView } from '../../shared/contracts/attendance-views.ts'
import { problem, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const WORKSHOP = '0'.repeat(20)
const LONG = 'Marie-Antoinette de La Rochefoucauld-Montmorency'

type Person = AttendanceView['people'][number]

const person = (at: number, name: string, changes: Partial<Person> = {}): Person => ({
  ...{ id: String(at).repeat(20), name, start: '10:00', end: '12:00', places: 1, isOwn: false },
  ...changes,
})

const HOUR_MS = 3_600_000
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString()

const aRoll = (changes: Partial<AttendanceView> = {}): AttendanceView => ({
  ...{ id: WORKSHOP, me: 'm'.repeat(20), title: 'Déjouer les arnaques en ligne' },
  ...{ site: { id: '06632A', name: 'Sens-de-Bretagne' }, spaceName: 'Étape numérique' },
  ...{ mediatorName: 'Sophie', date: '2026-12-01', start: '10:00', end: '12:00', isCancelled: false },
  ...{ opensAt: inHours(-1), closesAt: inHours(700) },
  people: [
    person(1, 'Ahmed Benali', { attendance: 'present', markedAt: inHours(-0.5) }),
    person(2, 'Jeanne Martin', { attendance: 'excused', markedAt: inHours(-0.5) }),
    person(3, LONG, { places: 2 }),
    person(4, '', { start: '11:00', end: '11:30' }),
    person(5, 'Sophie', { isOwn: true }),
  ],
  dropIns: [
    {
      ...{ id: 'd'.repeat(32), ageBand: '70-and-over', occupation: 'retired', skillsTest: true },
      at: inHours(-0.2),
    },
    {
      ...{ id: 'e'.repeat(32), ageBand: 'not-said', occupation: 'not-said', skillsTest: false },
      at: inHours(-0.1),
    },
  ],
  ...changes,
})

const NOTES = /\/api\/workshops\/\w+\/attendance$/

const roll =
  (
    changes: Partial<AttendanceView>,
    act: (page: Page) => Promise<unknown> = settled,
    answer?: object | 'none',
  ): State['open'] =>
  async (page) => {
    await page.route(NOTES, (route) => {
      if (route.request().method() === 'GET') return route.fulfill({ json: aRoll(changes) })
      return answer === 'none' ? route.abort() : route.fulfill(answer ?? { json: { refused: [] } })
    })
    await page.goto(`/presences?id=${WORKSHOP}`)
    await title(page, /^Déjouer les arnaques/).waitFor()
    // It comes later, and moves what is below.
    await page.getByRole('navigation', { name: 'Les pages de travail' }).waitFor()
    await act(page)
  }

const markFirst = (page: Page) => page.getByLabel('Pas là').first().click()

/** Who is there, in the room. */
export const ATTENDANCE_STATES: readonly State[] = [
  { name: 'attendance', as: 'staff', open: roll({}) },
  {
    name: 'attendance, at a desk',
    as: 'staff',
    open: async (page, cast) => {
      await page.setViewportSize({ width: 1280, height: 800 })
      await roll({})(page, cast)
    },
  },
  { name: 'attendance, before', as: 'staff', open: roll({ opensAt: inHours(2), dropIns: [] }) },
  { name: 'attendance, a month after', as: 'staff', open: roll({ closesAt: inHours(-1) }) },
  { name: 'attendance, cancelled', as: 'staff', open: roll({ isCancelled: true, dropIns: [] }) },
  { name: 'attendance, nobody', as: 'staff', open: roll({ people: [], dropIns: [] }) },
  {
    name: 'attendance, noted',
    as: 'staff',
    open: roll({}, async (page) => {
      await markFirst(page)
      await page.getByText('Tout est enregistré.').waitFor()
    }),
  },
  {
    name: 'attendance, without a network',
    as: 'staff',
    open: roll(
      {},
      async (page) => {
        await markFirst(page)
        await page.getByText(/^Pas de réseau/).waitFor()
      },
      'none',
    ),
  },
  {
    name: 'attendance, session ended',
    as: 'staff',
    open: roll(
      {},
      async (page) => {
        await markFirst(page)
        await page.getByText(/Pour les envoyer, refaites/).waitFor()
      },
      { ...problem('signed-out'), status: 401 },
    ),
  },
  {
    name: 'attendance, refused',
    as: 'staff',
    open: roll(
      {},
      async (page) => {
        await markFirst(page)
        await page.getByText('Sa place a servi à quelqu’un d’autre').waitFor()
      },
      { json: { refused: [{ id: '1'.repeat(20), code: 'taken' }] } },
    ),
  },
  {
    name: 'attendance, of another roll',
    as: 'staff',
    open: roll(
      {},
      async (page) => {
        await markFirst(page)
        await page.getByText(/^Pas de réseau/).waitFor()
        await page.goto(`/presences?id=${'1'.repeat(20)}`)
        await page.getByText(/^Une présence notée n’est pas encore enregistrée/).waitFor()
      },
      'none',
    ),
  },
  { name: 'attendance, signed out', open: shown('/presences', /^Les présences$/) },
  { name: 'attendance, no right there', as: 'member', open: shown('/presences', /^Les présences$/) },
]
