import type { ComponentChildren } from 'preact'
import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import { Loading } from '../kit/loading.tsx'
import { Unread } from '../kit/notice/refusal.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { workshop as words, workshops } from './words/fr/workshops.ts'
import { workshopApi } from './workshop-client.ts'

type WorkshopPageProps = {
  readonly query: URLSearchParams | undefined
  readonly title: string
  readonly children: (workshop: WorkshopView) => ComponentChildren
}

/** Reads the workshop in the address, or says why it cannot be shown. */
export const WorkshopPage = ({ query, title, children }: WorkshopPageProps) => {
  const { loaded, again } = useAnswer(query && (query.get('id') ?? ''), (id) => workshopApi.read(id || '0'))
  if (loaded.state === 'here') return <>{children(loaded.value)}</>
  const absent = loaded.state === 'refused' && loaded.problem.code === 'not-found'
  return (
    <div class="stack">
      <h1>{absent ? words.absent : title}</h1>
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'refused' && !absent && <Unread problem={loaded.problem} again={again} />}
      {absent && (
        <p>
          <a class="button" href="/ateliers">
            {workshops.submit}
          </a>
        </p>
      )}
    </div>
  )
}
