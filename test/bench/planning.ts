import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createApp } from '../../functions/api/app.ts'
import { dependenciesOn } from '../../functions/dependencies.ts'
import type { EngineKind } from '../../infra/local/engine-process.ts'
import type { SpaceId } from '../../shared/domain/ids.ts'
import { datesFrom, type LocalDate } from '../../shared/domain/local-date.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { weightOf } from '../../web/build/budget.ts'
import { ROOT } from '../architecture/imports.ts'
import { aKey, anApi } from '../support/api.ts'
import { anOpening, aSite, aSpace, date, NOW, range } from '../support/builders.ts'
import { seed } from '../support/seed.ts'
import { holderOf } from '../support/waitlist-entry.ts'
import { count, milliseconds, type Section } from './section.ts'
import { installedEngines, medianOf, withTable } from './stage.ts'
import { meterOf } from './store-meter.ts'

const PAGES = join(ROOT, 'dist', 'web')
const SPACES = 5
const FIRST_DATE = date('2026-11-23')
const WEEK = 7
const STARTS = [8, 10, 12, 14, 16, 18]
const READS = 60
/** Read units for each booking: its own item and its holder’s. */
const UNITS_A_BOOKING = 2
const PLANNING = `https://restante.example/api/sites/09410A/planning?from=${FIRST_DATE}&days=${WEEK}`

const site = aSite()
const hour = (at: number): string => `${String(at).padStart(2, '0')}:00`
const spaces = Array.from({ length: SPACES }, (_, at) =>
  aSpace({
    id: `bureau-${at + 1}` as SpaceId,
    name: `Bureau ${at + 1}`,
    capacity: 4,
    openings: [anOpening({ basis: 'fixed', weekdays: [1, 2, 3, 4, 5, 6, 7], window: range('08:00-20:00') })],
  }),
)

/** Takes every space from 08:00 to 20:00, two hours for each person, known by telephone. */
const fill = async (table: Table): Promise<{ readonly cookie: string; readonly bookings: number }> => {
  await seed(table, site, spaces)
  const api = anApi(table)
  const cookie = await api.signIn('agent@example.org', 'Claude')
  const holder = await holderOf(api, 'agent@example.org')
  await api.deps.grants.give(holder, { role: 'agent', scope: atSite(site.id) })
  let bookings = 0
  const take = async (day: LocalDate, space: SpaceId, start: number) => {
    const person = {
      name: `Personne numéro ${++bookings}`,
      phone: `06 00 00 ${String(bookings).padStart(4, '0')}`,
    }
    const body = {
      site: site.id,
      space,
      date: day,
      start: hour(start),
      end: hour(start + 2),
      use: 'desk',
      for: person,
    }
    const { status } = await api.call('POST', '/bookings', { body, headers: aKey(), cookie })
    if (status !== 201) throw new Error(`a booking was answered ${status}`)
  }
  for (const day of datesFrom(FIRST_DATE, WEEK))
    for (const { id } of spaces) for (const start of STARTS) await take(day, id, start)
  return { cookie, bookings }
}

/** The page with its styles and scripts, as the browser loads it. */
const pageFigures = () => {
  const html = readFileSync(join(PAGES, 'planning.html'), 'utf8')
  const scripts = new Set(html.match(/assets\/[\w-]+\.js/g))
  const { html: page, script } = weightOf('planning', {
    html,
    scripts: [...scripts].map((path) => readFileSync(join(PAGES, path))),
    later: [],
  })
  return [
    { name: 'the page with its styles, gzip', goal: '≤ 14,000 bytes', measured: `${count(page)} bytes` },
    { name: 'its scripts, gzip', goal: '≤ 20,000 bytes', measured: `${count(script)} bytes` },
  ]
}

const planningOn = (kind: EngineKind): Promise<Section> =>
  withTable(kind, async ({ table }) => {
    const { cookie, bookings } = await fill(table)
    const app = createApp(dependenciesOn(table, () => NOW))
    const read = async (): Promise<{ ms: number; bytes: number }> => {
      const startedAt = performance.now()
      const answer = await app.request(PLANNING, {
        headers: { 'accept-encoding': 'gzip', cookie, host: 'restante.example' },
      })
      const { byteLength } = await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`the planning was not read: ${answer.status}`)
      return { ms: performance.now() - startedAt, bytes: byteLength }
    }
    const times: number[] = []
    for (let at = 0; at < READS; at++) times.push((await read()).ms)
    let bytes = 0
    const metered = await meterOf(table.client)(async () => {
      bytes = (await read()).bytes
    })
    return {
      title: `A full week of ${SPACES} spaces and ${count(bookings)} bookings, for staff, on ${kind.name}`,
      figures: [
        {
          name: 'round trips to the store, the session’s included',
          goal: '≤ 3',
          measured: count(metered.trips),
        },
        { name: 'requests to the store', measured: count(metered.requests) },
        {
          name: 'read units',
          goal: `≤ ${count(UNITS_A_BOOKING * bookings)}`,
          measured: count(metered.readUnits),
        },
        { name: 'answer, gzip', goal: '≤ 16,000 bytes', measured: `${count(bytes)} bytes` },
        ...pageFigures(),
        { name: 'time, median', measured: milliseconds(medianOf(times)) },
      ],
    }
  })

/** Cost of showing a week of bookings to staff. */
export const planning = async (): Promise<Section[]> => {
  const sections: Section[] = []
  for (const kind of installedEngines()) sections.push(await planningOn(kind))
  return sections
}
