import type { Page } from '../../kit/page.ts'
import { Interrupted } from '../interrupted.tsx'
import { lost } from '../words/fr/interrupted.ts'
import { lostInEnglish } from '../words/interrupted-in-english.ts'

export const page: Page = {
  title: lost.page,
  enhanced: false,
  View: () => <Interrupted french={lost} english={lostInEnglish} />,
}
