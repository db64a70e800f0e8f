import { Prose } from '../components/prose/prose.tsx'
import { ownData } from '../messages/fr/own-data.ts'
import { privacy } from '../messages/fr/prose.ts'
import type { Page } from '../page.ts'

const View = () => (
  <>
    <Prose text={privacy} />
    <p>
      <a class="button" href="/mes-donnees">
        {ownData.page}
      </a>
    </p>
  </>
)

export const page: Page = { title: privacy.page, enhanced: false, View }
