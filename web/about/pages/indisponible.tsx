import type { Page } from '../../kit/page.ts'
import { Interrupted } from '../interrupted.tsx'
import { unavailable } from '../words/fr/interrupted.ts'
import { unavailableInEnglish } from '../words/interrupted-in-english.ts'

export const page: Page = {
  title: unavailable.page,
  enhanced: false,
  View: () => <Interrupted french={unavailable} english={unavailableInEnglish} />,
}
