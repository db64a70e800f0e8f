import type { Page } from '../../kit/page.ts'
import { Prose } from '../../kit/prose.tsx'
import { unavailable } from '../words/fr/prose.ts'

export const page: Page = {
  title: unavailable.page,
  enhanced: false,
  View: () => <Prose text={unavailable} />,
}
