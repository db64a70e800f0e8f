import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { readKnown } from '../kit/known.ts'
import { Loading } from '../kit/loading.tsx'
import { ToMyBookings } from './to-my-bookings.tsx'

const load = (): Promise<ComponentType> =>
  import('./next-booking.tsx').then(
    ({ NextBooking }) => NextBooking,
    () => ToMyBookings,
  )

/** The part of the home page that visitors who are signed out do not load; styles keep its room. */
export const KnownHome = ({ isReady }: { isReady: boolean }) => {
  const isKnown = isReady && readKnown() !== undefined
  const [Shown, setShown] = useState<ComponentType>()
  useEffect(() => {
    if (isKnown) load().then((view) => setShown(() => view))
  }, [isKnown])
  return (
    <section class="next-booking">
      {Shown && <Shown />}
      {isKnown && !Shown && <Loading />}
    </section>
  )
}
