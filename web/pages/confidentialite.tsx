import { Prose } from '../components/prose/prose.tsx'
import { privacy } from '../messages/fr/prose.ts'
import type { Page } from '../page.ts'

export const page: Page = { title: privacy.page, enhanced: false, View: () => <Prose text={privacy} /> }
