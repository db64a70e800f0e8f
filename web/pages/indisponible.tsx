import { Prose } from '../components/prose/prose.tsx'
import { unavailable } from '../messages/fr/prose.ts'
import type { Page } from '../page.ts'

export const page: Page = { title: unavailable.page, enhanced: false, View: () => <Prose text={unavailable} /> }
