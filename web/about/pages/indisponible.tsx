import type { Page } from '../../kit/page.ts'
import { Interrupted } from '../interrupted.tsx'
import { unavailable as inEnglish } from '../words/en/interrupted.ts'
import { unavailable } from '../words/fr/interrupted.ts'

export const page: Page = {
  title: unavailable.page,
  enhanced: false,
  View: () => <Interrupted french={unavailable} english={inEnglish} />,
}
