import type { SitePageView } from '../../shared/contracts/site-page.ts'
import type { ClosureView, CounterText } from '../../shared/contracts/site-views.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const KINDS = {
  'post-office': 'PostOffice',
  'municipal-agency': 'PostOffice',
  'intermunicipal-agency': 'PostOffice',
  'partner-shop': 'LocalBusiness',
  other: 'Place',
} satisfies Record<SitePageView['kind'], string>

/** As schema.org writes the end of a day. */
const closing = (time: string): string => (time === '24:00' ? '23:59' : time)

const hoursOn = (ranges: CounterText, at: number) =>
  (ranges ?? []).map(([opens, closes]) => ({
    '@type': 'OpeningHoursSpecification',
    dayOfWeek: `https://schema.org/${DAYS[at]}`,
    opens,
    closes: closing(closes),
  }))

type Closed = Pick<ClosureView, 'from' | 'to' | 'start' | 'end' | 'spaces'>

/** Only whole days: the hours of others are not the counter's. */
const closedOn = ({ from, to }: Closed) => ({
  '@type': 'OpeningHoursSpecification',
  validFrom: from,
  validThrough: to,
  opens: '00:00',
  closes: '00:00',
})

const isWhole = ({ start, end, spaces }: Closed): boolean => start === '00:00' && end === '24:00' && !spaces

/** What a site is, for machines: https://schema.org/PostOffice. */
export const markupOf = (site: SitePageView, address: string): object => {
  const closed = site.closures.filter(isWhole)
  return {
    '@context': 'https://schema.org',
    '@type': KINDS[site.kind],
    '@id': address,
    url: address,
    name: site.name,
    address: {
      '@type': 'PostalAddress',
      streetAddress: site.address,
      postalCode: site.postcode,
      addressLocality: site.commune,
      addressCountry: 'FR',
    },
    telephone: site.phone,
    ...(site.position && {
      geo: { '@type': 'GeoCoordinates', latitude: site.position.lat, longitude: site.position.lon },
    }),
    ...(site.week && { openingHoursSpecification: site.week.flatMap(hoursOn) }),
    ...(closed.length > 0 && { specialOpeningHoursSpecification: closed.map(closedOn) }),
  }
}
