import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { WayIn } from '../availability/way-in.tsx'
import { Amenities } from '../kit/amenities/amenities.tsx'
import { AMENITY_GROUPS } from '../kit/amenities/amenity-groups.ts'
import { langOfStaff } from '../kit/language-here.ts'
import { phoneAddress } from '../kit/phone-address.ts'
import { Postmark } from '../kit/postmark/postmark.tsx'
import { amenityTitles } from '../kit/words/fr/amenity-words.ts'
import { priceWords } from '../kit/words/fr/price-words.ts'
import {
  communeWords,
  dayWords,
  rangeWords,
  shortRangeWords,
  stampDayWords,
} from '../kit/words/fr/time-words.ts'
import { bookedPeople } from './words/fr/booked-people.ts'
import { slip } from './words/fr/booking.ts'

const titleOf = ({ isAppointment, use, places }: BookingView): string =>
  isAppointment ? slip.appointment : use === 'desk' && places > 1 ? slip.places(places) : slip.what[use]

const STAMPS: Partial<Record<BookingView['status'], string>> = slip.stamps

/** Only a confirmed booking is postmarked; one that ended is struck out. */
const classOf = ({ status }: BookingView): string => {
  if (!STAMPS[status]) return 'slip'
  return `slip slip-unstamped ${status === 'cancelled' || status === 'no-show' ? 'slip-void' : ''}`
}

const phoneLink = (phone: string) => <a href={phoneAddress(phone)}>{phone}</a>

const isTold = ({ status }: BookingView): boolean => status === 'confirmed' || status === 'attended'

const HowIn = ({ booking }: { booking: BookingView }) => {
  const { access, amenities = [] } = booking.space
  return (
    <>
      {access && (
        <>
          <dt class="wide">{slip.howIn}</dt>
          <dd class="wide">
            <WayIn access={access} when={isTold(booking) ? booking : undefined} phone={booking.site.phone} />
          </dd>
        </>
      )}
      {amenities.includes('step-free') && (
        <>
          <dt class="wide">{amenityTitles.access}</dt>
          <dd class="wide">
            <Amenities of={amenities} among={AMENITY_GROUPS.access} />
          </dd>
        </>
      )}
    </>
  )
}

const Message = ({ booking }: { booking: BookingView }) => {
  const { title, bring, date, start, end, holderName, space } = booking
  return (
    <div class="slip-message">
      <h2>{titleOf(booking)}</h2>
      <dl>
        {title && (
          <>
            <dt>{booking.isAppointment ? slip.about : slip.workshop}</dt>
            <dd>{title}</dd>
          </>
        )}
        <dt>{slip.day}</dt>
        <dd>{dayWords(date)}</dd>
        <dt>{slip.hours}</dt>
        <dd>{rangeWords(start, end)}</dd>
        <dt>{slip.holder}</dt>
        <dd class="long-word">{bookedPeople.who(holderName, booking)}</dd>
        <dt>{slip.space}</dt>
        <dd>{space.name}</dd>
        {bring && (
          <>
            <dt>{slip.bring}</dt>
            <dd class="long-word" lang={langOfStaff()}>
              {bring}
            </dd>
          </>
        )}
        {space.price && (
          <>
            <dt>{slip.price}</dt>
            <dd>{priceWords(space.price)}</dd>
          </>
        )}
        <HowIn booking={booking} />
      </dl>
    </div>
  )
}

const Address = ({ booking: { site, reference } }: { booking: BookingView }) => (
  <div class="slip-address">
    <address>
      <span class="slip-place">{site.name}</span>
      {site.address && <span>{site.address}</span>}
      <span>{communeWords(site)}</span>
      {site.phone && <span>{phoneLink(site.phone)}</span>}
    </address>
    <p class="slip-reference">
      <span>{slip.reference}</span> <strong>{reference}</strong>
    </p>
  </div>
)

/** The booking as a postcard: the message on one side, the address on the other, and its postmark. */
export const Slip = ({ booking }: { booking: BookingView }) => {
  const { site, date, start, end, status } = booking
  const stamp = STAMPS[status]
  return (
    <article class={classOf(booking)}>
      <Postmark
        place={site.commune}
        base={slip.postmark}
        lines={[stampDayWords(date), shortRangeWords(start, end)]}
      />
      <Message booking={booking} />
      <Address booking={booking} />
      {stamp && (
        <p class="slip-stamp" aria-hidden="true">
          {stamp}
        </p>
      )}
    </article>
  )
}
