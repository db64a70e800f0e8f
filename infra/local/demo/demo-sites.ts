import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import type { CounterHours, MinuteRange } from '../../../shared/domain/counter-hours.ts'
import type { SiteId } from '../../../shared/domain/ids.ts'
import { SITE_KINDS, type Site } from '../../../shared/domain/site.ts'
import { territoryOf } from '../../../shared/domain/territory.ts'

/*
 * Sites, addresses and coordinates of sites.csv: La Poste, "Liste des bureaux de poste, agences postales et
 * relais poste" (Licence Ouverte 2.0). Hours: La Poste's opening calendar of 2024 (ODbL), `?` where it has
 * none; Montmirail opens in the afternoon only. Blosn'up and AcSoMur are relays that no list has: they stand
 * in their quarter, with hours of shops.
 */
const Row = z.object({
  id: z.string().transform((id) => id as SiteId),
  name: z.string(),
  kind: z.enum(SITE_KINDS),
  parent: z.string().transform((id) => (id ? (id as SiteId) : undefined)),
  address: z.string(),
  postcode: z.string(),
  commune: z.string(),
  insee: z.string(),
  lat: z.coerce.number(),
  lon: z.coerce.number(),
})

const WEEK = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
const Week = z.object({
  mo: z.string(),
  tu: z.string(),
  we: z.string(),
  th: z.string(),
  fr: z.string(),
  sa: z.string(),
})

const minutesOf = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))

const rangesOf = (text: string): MinuteRange[] =>
  text
    .split(' ')
    .filter(Boolean)
    .map((range) => [minutesOf(range.slice(0, 5)), minutesOf(range.slice(6))])

const counterOf = (row: unknown): CounterHours | undefined => {
  const week = { ...Week.parse(row), su: '' }
  if (week.mo === '?') return undefined
  return { weekly: WEEK.map((day) => rangesOf(week[day])), onHolidays: [], exceptions: {} }
}

const siteOf = (row: unknown): Site => {
  const { lat, lon, parent, ...site } = Row.parse(row)
  const counter = counterOf(row)
  const territory = territoryOf(site.postcode, site.insee)
  const more = { ...(parent && { parent }), ...(counter && { counter }) }
  return { ...site, ...territory, phone: '3631', position: { lat, lon }, ...more }
}

export const readDemoSites = (): Site[] => {
  const rows: unknown[] = parse(readFileSync(new URL('sites.csv', import.meta.url)), {
    columns: true,
    delimiter: ';',
  })
  return rows.map(siteOf)
}
