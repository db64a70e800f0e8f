import { useEffect } from 'preact/hooks'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import { goTo } from '../../kit/go.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { BookingPage } from '../booking-page.tsx'
import { Slip } from '../slip.tsx'
import { printed as words } from '../words/fr/printed.ts'

const leave = (site: string) => goTo(`/guichet?${new URLSearchParams({ lieu: site })}`)

const Printed = ({ booking, site, atOnce }: { booking: BookingView; site: string; atOnce: boolean }) => {
  useEffect(() => {
    // A reload does not print again.
    history.replaceState(null, '', `?${new URLSearchParams({ id: booking.id })}`)
    if (atOnce) print()
    const onKey = ({ key }: KeyboardEvent) => key === 'Escape' && leave(site)
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return (
    <div class="stack slips">
      <h1 class="off-paper">{words.title}</h1>
      <Slip booking={booking} />
      <div class="actions actions-row off-paper">
        <button class="button" type="button" onClick={() => print()}>
          {words.print}
        </button>
        <button class="button quiet" type="button" onClick={() => leave(site)}>
          {words.again} <kbd class="key">{words.escape}</kbd>
        </button>
      </div>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <BookingPage query={query} title={words.title}>
    {(booking) => (
      <Printed booking={booking} site={booking.site.id} atOnce={query?.has('imprimer') ?? false} />
    )}
  </BookingPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
