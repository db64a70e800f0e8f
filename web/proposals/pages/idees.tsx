import type { Page, ViewProps } from '../../kit/page.ts'
import { StaffPage } from '../../staff/staff-page.tsx'
import { ProposalLines } from '../proposal-lines.tsx'
import { proposals as words } from '../words/fr/proposing.ts'

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.title}>
    {(site) => <ProposalLines site={site.id} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
