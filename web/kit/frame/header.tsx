import { common } from '../words/fr/common.ts'
import { Mark } from './mark.tsx'

export const Header = () => (
  <header class="header">
    <div class="frame header-line">
      <a class="brand" href="/">
        <Mark />
        {common.brand}
      </a>
      <nav>
        <a class="header-link" href="/mes-reservations">
          {common.myBookings}
        </a>
      </nav>
    </div>
  </header>
)
