import { common } from '../kit/words/fr/common.ts'

/** Where they could not be read here. */
export const ToMyBookings = () => (
  <a class="tall" href="/mes-reservations">
    {common.myBookings}
  </a>
)
