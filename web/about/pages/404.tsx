import type { Page } from '../../kit/page.ts'
import { Prose } from '../../kit/prose.tsx'
import { lost } from '../words/fr/prose.ts'

export const page: Page = { title: lost.page, enhanced: false, View: () => <Prose text={lost} /> }
