import type { PageName } from '../../pages.ts'
import { common } from '../words/fr/common.ts'
import { Mark } from './mark.tsx'
import { OtherLanguage } from './other-language.tsx'

export const Header = ({ name }: { name: PageName }) => (
  <header class="header">
    <div class="frame header-line">
      <a class="brand" href="/">
        <Mark />
        {common.brand}
      </a>
      <nav class="header-links">
        <OtherLanguage name={name} />
        <a class="header-link" href="/mes-reservations">
          {common.myBookings}
        </a>
      </nav>
    </div>
  </header>
)
