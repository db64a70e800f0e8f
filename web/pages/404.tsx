import { Prose } from '../components/prose/prose.tsx'
import { lost } from '../messages/fr/prose.ts'
import type { Page } from '../page.ts'

export const page: Page = { title: lost.page, enhanced: false, View: () => <Prose text={lost} /> }
