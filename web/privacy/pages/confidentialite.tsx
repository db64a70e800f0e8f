import type { Page } from '../../kit/page.ts'
import { Prose } from '../../kit/prose.tsx'
import { ownData } from '../words/fr/own-data.ts'
import { privacy } from '../words/fr/privacy.ts'

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
