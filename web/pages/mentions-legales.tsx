import { Prose } from '../components/prose/prose.tsx'
import { legal } from '../messages/fr/prose.ts'
import type { Page } from '../page.ts'

export const page: Page = { title: legal.page, enhanced: false, View: () => <Prose text={legal} /> }
