import type { KeyList } from '../../../shared/contracts/key-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { Loaded } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useDone } from '../../kit/use-done.tsx'
import { StaffPage, StaffRefused } from '../../staff/staff-page.tsx'
import { keyApi } from '../key-client.ts'
import { KeyLines } from '../key-lines.tsx'
import { keys as words } from '../words/fr/keys.ts'

/** What is most urgent comes first. */
const STATES = ['overdue', 'out', 'kept'] as const

type ListProps = {
  readonly list: KeyList
  readonly today: string
  readonly onNoted: (said: string) => void
}

const List = ({ list: { keys, hasKeys }, ...props }: ListProps) => {
  if (keys.length === 0) return <p>{hasKeys ? words.none : words.noKeys}</p>
  return (
    <>
      {STATES.map((state) => (
        <KeyLines
          key={state}
          title={words[state]}
          lines={keys.filter((each) => each.state === state)}
          {...props}
        />
      ))}
    </>
  )
}

const Keys = ({ site }: { site: SiteView }) => {
  const from = useAnswer(site.id, keyApi.list)
  const { round, done, onDone } = useDone(from.again)
  return (
    <div class="stack narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {done}
      <Loaded from={from} refused={StaffRefused}>
        {(list) => <List key={round} list={list} today={site.today} onNoted={onDone} />}
      </Loaded>
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <StaffPage query={query} title={words.title}>
    {(site) => <Keys site={site} />}
  </StaffPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
