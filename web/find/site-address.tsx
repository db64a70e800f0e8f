import type { ComponentChildren } from 'preact'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { phoneAddress } from '../kit/phone-address.ts'
import { common } from '../kit/words/fr/common.ts'
import { communeWords } from '../kit/words/fr/time-words.ts'
import { site as words } from './words/fr/site.ts'

const mapAddress = ({ lat, lon }: NonNullable<SiteView['position']>): string =>
  `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=17/${lat}/${lon}`

type Addressed = Pick<SiteView, 'kind' | 'address' | 'postcode' | 'commune' | 'position' | 'phone'>

export const addressWords = (site: Omit<Addressed, 'position' | 'phone'>): string =>
  [site.kind !== 'other' && words.kinds[site.kind], site.address, communeWords(site)]
    .filter(Boolean)
    .join(', ')

type SiteAddressProps = {
  readonly site: Addressed & Pick<SiteView, 'owner' | 'operator'>
  /** After the links. */
  readonly children?: ComponentChildren
}

export const SiteAddress = ({ site, children }: SiteAddressProps) => {
  const { position, phone = '3631' } = site
  return (
    <>
      <p class="lead">{addressWords(site)}</p>
      {(site.owner || site.operator) && (
        <p class="soft">
          {site.owner && words.owner(site.owner)} {site.operator && words.operator(site.operator)}
        </p>
      )}
      <p class="place-links">
        {position && (
          <a class="tall" href={mapAddress(position)} rel="noreferrer">
            {words.route}
          </a>
        )}
        <a class="tall" href={phoneAddress(phone)}>
          {common.call(phone)}
        </a>
        {children}
      </p>
    </>
  )
}
