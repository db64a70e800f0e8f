import type { PagePath } from '../../pages.ts'
import { common } from '../words/fr/common.ts'
import { frame } from '../words/fr/frame.ts'
import { Count } from './count.tsx'
import { Mark } from './mark.tsx'
import { OtherLanguage } from './other-language.tsx'

const ToStaffPages = () => (
  <>
    <a class="header-link known-leads" href="/ma-semaine" hreflang="fr">
      {frame.myWeek}
    </a>
    <a class="header-link known-staff" href="/aujourd-hui" hreflang="fr">
      {frame.today}
      <Count of="todo" words={frame.toDoCount} />
    </a>
    <a class="header-link known-staff" href="/equipe" hreflang="fr">
      {frame.places}
    </a>
  </>
)

type HeaderProps = {
  readonly name: PagePath
  /** Staff pages have their own links. */
  readonly isOfStaff: boolean
}

/** The places of who is signed in; styles show those that the mark names. */
const KnownLinks = ({ isOfStaff }: Pick<HeaderProps, 'isOfStaff'>) => (
  <nav class="frame known-links" aria-label={frame.knownLinks}>
    {!isOfStaff && <ToStaffPages />}
    <a class="header-link known-association" href="/mes-associations">
      {frame.associations}
    </a>
  </nav>
)

export const Header = ({ name, isOfStaff }: HeaderProps) => (
  <header class="header">
    <div class="frame header-line">
      <a class="brand" href="/">
        <Mark />
        {common.brand}
      </a>
      <nav class="header-links">
        <OtherLanguage name={name} at="header" />
        <a class="header-link" href="/mes-reservations">
          {common.myBookings}
          <Count of="held" words={frame.heldCount} />
        </a>
      </nav>
    </div>
    <KnownLinks isOfStaff={isOfStaff} />
  </header>
)
