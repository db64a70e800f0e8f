import { useState } from 'preact/hooks'
import type { SelfView } from '../../../shared/contracts/auth-views.ts'
import type { AddedFeedView, FeedView } from '../../../shared/contracts/feed-views.ts'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import { type Answer, api } from '../../kit/api-client.ts'
import { Notice } from '../../kit/notice/notice.tsx'
import { Refusal } from '../../kit/notice/refusal.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnnouncement } from '../../kit/use-announcement.ts'
import { both, useAnswer } from '../../kit/use-answer.ts'
import { useSend } from '../../kit/use-send.ts'
import { OwnPage } from '../../people/own-page.tsx'
import { AddFeed } from '../add-feed.tsx'
import { AddedFeed } from '../added-feed.tsx'
import { feedApi } from '../feed-client.ts'
import { FeedLines } from '../feed-lines.tsx'
import { followables } from '../subjects.ts'
import { feeds as words } from '../words/fr/feeds.ts'

type FeedsProps = {
  readonly read: readonly FeedView[]
  readonly self: SelfView
  readonly site: SiteView | undefined
}

/** One that is gone already is as good as removed. */
const removed = (answer: Answer<undefined>, id: string): Answer<string> =>
  answer.ok || answer.problem.code === 'not-found' ? { ok: true, value: id } : answer

const Feeds = ({ read, self, site }: FeedsProps) => {
  const [feeds, setFeeds] = useState(read)
  const [added, setAdded] = useState<AddedFeedView>()
  const removing = useSend<string>((gone) => {
    setFeeds(feeds.filter(({ id }) => id !== gone))
    setAdded((latest) => (latest?.id === gone ? undefined : latest))
  })
  const add = (feed: AddedFeedView) => {
    setAdded(feed)
    setFeeds([feed, ...feeds])
  }
  useAnnouncement(words.title)
  return (
    <div class="stack narrow">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {added ? (
        <>
          <AddedFeed feed={added} />
          <p>
            <a class="tall" href={site ? `/agendas?lieu=${site.id}` : '/agendas'}>
              {words.another}
            </a>
          </p>
        </>
      ) : (
        <AddFeed all={followables(self, site)} onAdded={add} />
      )}
      <h2>{words.yours}</h2>
      {removing.problem && <Refusal problem={removing.problem} remedies={{}} />}
      {removing.done && (
        <Notice key={removing.done} tone="free" title={words.removed}>
          <p>{words.removedLead}</p>
        </Notice>
      )}
      <FeedLines
        feeds={feeds}
        working={removing.working}
        remove={(id) => removing.send(async () => removed(await feedApi.remove(id), id))}
      />
      <p>
        <a class="tall" href="/mes-reservations">
          {words.back}
        </a>
      </p>
    </div>
  )
}

const View = ({ query }: ViewProps) => {
  const place = query?.get('lieu')
  const from = useAnswer(query && 'feeds', () => both(feedApi.list(), api.readMe()))
  const { loaded } = useAnswer(place ?? undefined, api.readSite)
  const isReady = !place || loaded.state !== 'loading'
  return (
    <OwnPage
      title={words.title}
      lead={words.signInLead}
      from={isReady ? from : { ...from, loaded: { state: 'loading' } }}
    >
      {([{ feeds }, self]) => (
        <Feeds read={feeds} self={self} site={loaded.state === 'here' ? loaded.value : undefined} />
      )}
    </OwnPage>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
