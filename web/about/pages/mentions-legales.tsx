import type { Page } from '../../kit/page.ts'
import { Prose } from '../../kit/prose.tsx'
import { legal } from '../words/fr/prose.ts'

export const page: Page = { title: legal.page, enhanced: false, View: () => <Prose text={legal} /> }
