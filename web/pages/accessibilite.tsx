import { Prose } from '../components/prose/prose.tsx'
import { accessibility } from '../messages/fr/prose.ts'
import type { Page } from '../page.ts'

export const page: Page = { title: accessibility.page, enhanced: false, View: () => <Prose text={accessibility} /> }
