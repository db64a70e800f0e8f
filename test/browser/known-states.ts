import { MONTMIRAIL } from './shortcuts.ts'
import { noticed, type State, settled, shown } from './state.ts'

/** Opens a page that tells who is signed in, then the home page. */
const homeAfter =
  (address: string): State['open'] =>
  async (page, cast) => {
    await shown(address, /./)(page, cast)
    await shown('/', /place est à vous/)(page, cast)
  }

export const KNOWN_STATES: readonly State[] = [
  {
    name: 'home, known, with a booking',
    as: 'member',
    open: async (page, cast) => {
      await homeAfter('/mes-reservations')(page, cast)
      await noticed(page, /Votre prochaine réservation/)
    },
  },
  { name: 'home, known, as staff', as: 'staff', open: homeAfter('/equipe') },
  {
    name: 'home, kept places',
    open: async (page, cast) => {
      await shown(`/lieu/${MONTMIRAIL}`, /Montmirail/)(page, cast)
      await page.getByRole('button', { name: 'Garder ce lieu' }).click()
      await shown('/', /place est à vous/)(page, cast)
      await noticed(page, /Vos lieux/)
    },
  },
  {
    name: 'home, places forgotten',
    open: async (page, cast) => {
      await shown(`/lieu/${MONTMIRAIL}`, /Montmirail/)(page, cast)
      await shown('/', /place est à vous/)(page, cast)
      await page.getByRole('button', { name: 'Oublier ces lieux' }).click()
      await page.getByText('C’est oublié.').and(page.locator(':focus')).waitFor()
    },
  },
  { name: 'no network', open: shown('/sans-reseau', /Il n’y a pas de réseau/) },
  {
    name: 'no network, but a kept answer',
    as: 'member',
    open: async (page, { booking }) => {
      await page.route(/\/api\/bookings\//, async (route) => {
        const response = await route.fetch()
        const headers = { ...response.headers(), 'x-kept-at': '2026-11-24T08:12:00Z' }
        await route.fulfill({ response, headers })
      })
      await page.goto(`/reservation?id=${booking}`)
      await page.getByText(/Sans réseau/).waitFor()
      await settled(page)
    },
  },
]
