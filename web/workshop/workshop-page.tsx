import type { ComponentChildren } from 'preact'
import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import { LoadedPage } from '../kit/loaded.tsx'
import { useAnswer } from '../kit/use-answer.ts'
import { workshop as words, workshops } from './words/fr/workshops.ts'
import { workshopApi } from './workshop-client.ts'

type WorkshopPageProps = {
  readonly query: URLSearchParams | undefined
  readonly title: string
  readonly children: (workshop: WorkshopView) => ComponentChildren
}

const ABSENT = {
  title: words.absent,
  children: (
    <p>
      <a class="button" href="/ateliers">
        {workshops.submit}
      </a>
    </p>
  ),
}

/** Reads the workshop in the address, or says why it cannot be shown. */
export const WorkshopPage = ({ query, title, children }: WorkshopPageProps) => {
  const from = useAnswer(query && (query.get('id') ?? ''), (id) => workshopApi.read(id || '0'))
  return (
    <LoadedPage title={title} absent={ABSENT} from={from}>
      {children}
    </LoadedPage>
  )
}
