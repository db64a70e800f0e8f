import type { Page } from 'playwright-core'
import type { WorkshopList, WorkshopSummary } from '../../shared/contracts/workshop-views.ts'
import { answering, noticed, type State, settled } from './state.ts'
import { title } from './steps.ts'

/** A demo permanence with hours left; with `full`, all its hours are taken. */
const aDemoPermanence = async (page: Page, { full } = { full: false }): Promise<WorkshopSummary> => {
  const { workshops }: WorkshopList = await (await page.request.get('/api/workshops?departement=35')).json()
  const found = workshops.find(
    ({ appointments }) => appointments && (appointments.free.length === 0) === full,
  )
  if (!found) throw new Error('the demo has no such permanence')
  return found
}

const shownPermanence =
  (full: boolean, change: object, words: RegExp): State['open'] =>
  async (page) => {
    const { id } = await aDemoPermanence(page, { full })
    await answering(page, /\/api\/workshops\//, (body) => ({ ...body, ...change }))
    await page.goto(`/atelier?id=${id}`)
    await page.getByRole('heading', { level: 2, name: words }).waitFor()
  }

const MY_HOUR = { booking: '0'.repeat(20), start: '14:30', end: '15:00' }

const PERMANENCES: readonly State[] = [
  { name: 'permanence', open: shownPermanence(false, {}, /^Choisissez une heure/) },
  { name: 'permanence, full', open: shownPermanence(true, {}, /^Complet/) },
  {
    name: 'permanence, my appointment',
    open: shownPermanence(false, { mine: { status: 'confirmed', ...MY_HOUR } }, /^Votre rendez-vous est de/),
  },
  {
    name: 'permanence, offered to me',
    open: shownPermanence(
      true,
      { mine: { status: 'offered', ...MY_HOUR, until: '2026-11-24T08:30' } },
      /^Un rendez-vous est gardé/,
    ),
  },
  { name: 'permanence, cancelled', open: shownPermanence(false, { status: 'cancelled' }, /sont annulés/) },
  {
    name: 'permanence, over',
    open: shownPermanence(false, { begun: true }, /plus de rendez-vous à prendre/),
  },
]

const takingHour = async (page: Page, hour?: string) => {
  const { id, appointments } = await aDemoPermanence(page)
  const heure = hour ?? appointments?.free[0] ?? ''
  await page.goto(`/inscription?${new URLSearchParams({ id, heure })}`)
  await title(page, hour ? /Choisissez une heure/ : /À quel nom/).waitFor()
  await settled(page)
}

const refusedHour = async (page: Page, problem: object) => {
  const body = JSON.stringify(problem)
  await page.route(/\/seats$/, (route) =>
    route.fulfill({ status: 409, contentType: 'application/problem+json', body }),
  )
  await takingHour(page)
  await page.getByRole('button', { name: 'Prendre ce rendez-vous' }).click()
}

const TAKING_HOURS: readonly State[] = [
  { name: 'taking an appointment', as: 'newcomer', open: (page) => takingHour(page) },
  { name: 'taking an appointment, at no hour of its own', open: (page) => takingHour(page, '03:00') },
  {
    name: 'taking an appointment, kept for newcomers',
    as: 'newcomer',
    open: async (page) => {
      const body = JSON.stringify({ code: 'newcomers-first', openToAllFrom: '2999-12-31' })
      await page.route(/\/seats$/, (route) =>
        route.fulfill({ status: 409, contentType: 'application/problem+json', body }),
      )
      await takingHour(page)
      await page.getByRole('button', { name: 'Prendre ce rendez-vous' }).click()
      await page.getByRole('button', { name: 'M’inscrire sur la liste d’attente' }).waitFor()
    },
  },
  {
    name: 'taking an appointment, just taken',
    as: 'newcomer',
    open: async (page) => {
      await refusedHour(page, { code: 'taken', waiting: 0, rank: 1 })
      await noticed(page, /Cette heure vient d’être prise/)
    },
  },
  {
    name: 'taking an appointment, newcomers first',
    as: 'newcomer',
    open: async (page) => {
      await refusedHour(page, { code: 'newcomers-first', openToAllFrom: '2026-12-01', waiting: 0, rank: 1 })
      await noticed(page, /D’abord les personnes qui découvrent/)
      await page.getByRole('button', { name: 'M’inscrire sur la liste d’attente' }).waitFor()
    },
  },
]

export const PERMANENCE_STATES: readonly State[] = [...PERMANENCES, ...TAKING_HOURS]
