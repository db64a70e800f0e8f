import type { Page } from 'playwright-core'
import { MONTPEZAT } from './shortcuts.ts'
import { noticed, type State, settled, shown } from './state.ts'
import { title } from './steps.ts'

const ADDRESS = `/agenda-exterieur?lieu=${MONTPEZAT}&espace=bureau-1`
const CALENDAR = /\/outside-calendar$/

const followed =
  (calendar: object, act: (page: Page) => Promise<void> = settled): State['open'] =>
  async (page) => {
    await page.route(CALENDAR, (route) =>
      route.request().method() === 'DELETE'
        ? route.fulfill({ status: 204 })
        : route.fulfill({ json: calendar }),
    )
    await page.goto(ADDRESS)
    await title(page, /L’autre agenda/).waitFor()
    await settled(page)
    await act(page)
  }

const READ = { host: 'calendrier.mairie-de-montpezat.example', readAt: '2026-11-21T10:30', clashes: [] }

/** The page of a calendar elsewhere that takes a space. */
export const OUTSIDE_STATES: readonly State[] = [
  { name: 'outside calendar, none', as: 'staff', open: followed({ clashes: [] }) },
  {
    name: 'outside calendar, followed, with clashes',
    as: 'staff',
    open: followed({ ...READ, clashes: [{ date: '2026-11-24', start: '09:00', end: '11:00' }] }),
  },
  {
    name: 'outside calendar, unreadable',
    as: 'staff',
    open: followed({ ...READ, fault: 'not-a-calendar', failingSince: '2026-11-20T08:00' }),
  },
  {
    name: 'outside calendar, a wrong address',
    as: 'staff',
    open: followed({ clashes: [] }, async (page) => {
      await page.getByRole('button', { name: 'Suivre cet agenda' }).click()
      await page.getByRole('link', { name: /Copiez toute/ }).waitFor()
    }),
  },
  {
    name: 'outside calendar, just ended',
    as: 'staff',
    open: followed(READ, async (page) => {
      await page.getByRole('button', { name: 'Ne plus le suivre' }).click()
      await page.getByRole('button', { name: 'Oui, ne plus le suivre' }).click()
      await noticed(page, /Ce n’est plus suivi/)
    }),
  },
  { name: 'outside calendar, signed out', open: shown(ADDRESS, /Un autre agenda/) },
]
