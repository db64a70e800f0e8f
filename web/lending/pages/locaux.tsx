import type { PremisesOfSiteView } from '../../../shared/contracts/premises-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { Loaded } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useDone } from '../../kit/use-done.tsx'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { lendingApi } from '../lending-client.ts'
import { OwnerConsent } from '../owner-consent.tsx'
import { PremisesForm } from '../premises-form.tsx'
import { premises as words } from '../words/fr/premises.ts'

type FactsProps = { readonly from: PremisesOfSiteView; readonly today: string }

const Facts = ({ from: { owner, operator, agreement }, today }: FactsProps) => (
  <dl class="premises-facts">
    <dt>{words.facts.owner}</dt>
    <dd>{owner ?? words.unknown}</dd>
    <dt>{words.facts.operator}</dt>
    <dd>{operator ?? words.unknown}</dd>
    <dt>{words.facts.agreement}</dt>
    <dd>{agreement ? words.agreementWords(agreement, today) : words.unknown}</dd>
  </dl>
)

const Said = ({ site, from }: { site: SiteView; from: PremisesOfSiteView }) => (
  <>
    {from.parent && (
      <p>
        {words.parent}{' '}
        <a class="tall" href={`/lieu/${from.parent.id}`}>
          {from.parent.name}
        </a>
      </p>
    )}
    {from.mayDescribe ? (
      <>
        <p>{words.seen}</p>
        <PremisesForm site={site.id} from={from} />
      </>
    ) : (
      <Facts from={from} today={site.today} />
    )}
  </>
)

const Premises = ({ site }: { site: SiteView }) => {
  const from = useAnswer(site.id, lendingApi.readPremises)
  const { round, done, onDone } = useDone(from.again)
  return (
    <div class="stack narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {done}
      <Loaded from={from} refused={StaffRefused}>
        {(premises) => (
          <>
            <Said site={site} from={premises} />
            <OwnerConsent key={round} site={site} from={premises} onDone={onDone} />
          </>
        )}
      </Loaded>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.title}>
    {(site) => <Premises site={site} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
