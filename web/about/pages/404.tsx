import type { Page } from '../../kit/page.ts'
import { Interrupted } from '../interrupted.tsx'
import { lost as inEnglish } from '../words/en/interrupted.ts'
import { lost } from '../words/fr/interrupted.ts'

export const page: Page = {
  title: lost.page,
  enhanced: false,
  View: () => <Interrupted french={lost} english={inEnglish} />,
}
