import type { Page } from '../../kit/page.ts'
import { Prose } from '../../kit/prose.tsx'
import { common } from '../../kit/words/fr/common.ts'
import { offline } from '../words/fr/offline.ts'

/** Shown at the address that could not be loaded, which the button therefore asks for again. */
const View = () => (
  <div class="stack">
    <Prose text={offline} />
    <div class="actions actions-row">
      <button class="button" type="button" data-again>
        {common.again}
      </button>
      <a class="button quiet" href="/mes-reservations">
        {common.myBookings}
      </a>
    </div>
  </div>
)

export const page: Page = { title: offline.page, enhanced: false, View }
