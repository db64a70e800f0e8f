import type { Page } from '../../kit/page.ts'
import { Prose } from '../../kit/prose.tsx'
import { accessibility } from '../words/fr/prose.ts'

export const page: Page = {
  title: accessibility.page,
  enhanced: false,
  View: () => <Prose text={accessibility} />,
}
