import type { SiteId } from '../../../shared/domain/ids.ts'
import { readPhone } from '../../../shared/domain/phone.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { searchable } from '../../../shared/domain/searchable.ts'
import type { Site, SiteKind } from '../../../shared/domain/site.ts'
import { territoryOf } from '../../../shared/domain/territory.ts'
import type { Communes } from './communes.ts'
import { addressCase, placeCase, restOfPlaceCase } from './french-case.ts'
import type { Fields } from './row.ts'

const SUFFIXES = /(?:\s+(?:AP|BP|RP|APC|APIC|RPC|RPU|LPR|LPRT|LPA|LPAC|PAL|PRINCIPAL|R P))+$/
const SHOP_MARKS = /\s(?:LPRT?|LPAC?|RPC|RPU)(?=\s)/g
const POSTCODE = /^(0[1-9]|[1-8]\d|9[0-5]|97[1-8]|98[04678])\d{2,3}$/

/** The first match counts; other sites are `other`. */
const KINDS: readonly (readonly [RegExp, SiteKind])[] = [
  [/^bureau de poste/, 'post-office'],
  [/intercommunale/, 'intermunicipal-agency'],
  [/^agence postale( communale)?$/, 'municipal-agency'],
  [/^(relais|point partenaire)/, 'partner-shop'],
]

export const readSiteId = (text = ''): SiteId | undefined => {
  const id = text.trim().toUpperCase()
  return /^[0-9A-Z]{4,8}$/.test(id) ? (id as SiteId) : undefined
}

const kindOf = (label: string): SiteKind =>
  KINDS.find(([words]) => words.test(searchable(label)))?.[1] ?? 'other'

/** The portal may give postcodes as numbers (`1500` is `01500`); people type `01 500`. */
const readPostcode = (text: string): string | undefined => {
  const digits = text.replace(/\s/g, '')
  const padded = /^\d{4}$/.test(digits) ? `0${digits}` : digits
  return POSTCODE.test(padded) && padded.length === 5 ? padded : undefined
}

const degrees = (text: string, most: number): number => {
  const value = /^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  return Math.abs(value) <= most ? Math.round(value * 1e6) / 1e6 : Number.NaN
}

export const readPosition = ({
  latitude = '',
  longitude = '',
  latlong = '',
}: Fields): Result<Site['position'], string> => {
  const [lat, lon] =
    latitude || longitude ? [latitude, longitude] : latlong.split(',').map((each) => each.trim())
  if (!lat && !lon) return ok(undefined)
  const position = { lat: degrees(lat ?? '', 90), lon: degrees(lon ?? '', 180) }
  const nowhere = Number.isNaN(position.lat + position.lon) || (position.lat === 0 && position.lon === 0)
  return nowhere ? refuse(`bad coordinates "${lat ?? ''}, ${lon ?? ''}"`) : ok(position)
}

/** The complement is used if the line has no number, or in shops, where it names the shop. */
const addressOf = (fields: Fields, kind: SiteKind): string => {
  const { adresse = '', complement_d_adresse: complement = '', lieu_dit: place = '' } = fields
  const lines =
    adresse === '' || (/\d/.test(adresse) && kind !== 'partner-shop')
      ? [adresse || complement || place]
      : [adresse, complement]
  const distinct = lines.filter(
    (line, at) => line && (at === 0 || !searchable(adresse).includes(searchable(line))),
  )
  return distinct.map(addressCase).join(', ')
}

type Locality = { readonly commune: string; readonly locality: string; readonly departement: string }

const nameOf = (label: string, { commune, locality, departement }: Locality, communes: Communes): string => {
  const bare = label.toUpperCase().replace(SUFFIXES, '').replace(SHOP_MARKS, '').trim()
  const wanted = searchable(bare)
  if (wanted === searchable(commune) || wanted === searchable(locality)) return commune
  const official = communes.byName(bare, departement)
  if (official) return official
  const words = bare.split(/[\s-]+/)
  for (let length = words.length - 1; length > 0; length--) {
    const quarter = words.slice(length).join(' ')
    if (searchable(words.slice(0, length).join(' ')) === searchable(commune))
      return `${commune} ${restOfPlaceCase(quarter)}`
  }
  return placeCase(bare)
}

const typographic = (text: string): string => text.replaceAll("'", '’')

export const readSite = (fields: Fields, communes: Communes): Result<Site, string> => {
  const { localite: locality = '', numero_de_telephone: phone } = fields
  const insee = (fields.code_insee ?? '').toUpperCase()
  const id = readSiteId(fields.identifiant)
  if (!id) return refuse(fields.identifiant ? `bad identifier "${fields.identifiant}"` : 'no identifier')
  const label = fields.libelle_du_site ?? ''
  if (label === '') return refuse('no name')
  const postcode = readPostcode(fields.code_postal ?? '')
  if (!postcode)
    return refuse(fields.code_postal ? `unknown postcode "${fields.code_postal}"` : 'no postcode')
  const position = readPosition(fields)
  if (!position.ok) return position
  const { departement, timeZone } = territoryOf(postcode, insee)
  const commune = communes.byInsee(insee) ?? communes.byName(locality, departement) ?? placeCase(locality)
  const kind = kindOf(fields.caracteristique_du_site ?? '')
  const parent = readSiteId(fields.site_acores_de_rattachement)
  return ok({
    id,
    name: typographic(nameOf(label, { commune, locality, departement }, communes)),
    kind,
    ...(parent && { parent }),
    address: typographic(addressOf(fields, kind)),
    postcode,
    commune: typographic(commune),
    insee,
    departement,
    timeZone,
    ...(phone && { phone: readPhone(phone) ?? phone }),
    ...(position.value && { position: position.value }),
  })
}
