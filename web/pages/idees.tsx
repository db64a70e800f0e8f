import { ProposalLines } from '../components/lending/proposal-lines.tsx'
import { StaffPage } from '../components/staff/staff-page.tsx'
import { proposals as words } from '../messages/fr/proposing.ts'
import type { Page, ViewProps } from '../page.ts'

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.title}>
    {(site) => <ProposalLines site={site.id} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
