import type { WebProblem } from '../kit/api-client.ts'
import { Notice } from '../kit/notice/notice.tsx'
import { seatRefusals } from './words/fr/seat-refusals.ts'
import { workshop as words } from './words/fr/workshops.ts'

type NewcomersFirstProps = { readonly problem: WebProblem; readonly wait: () => void }

/** Who came before can wait for what is left. */
export const NewcomersFirst = ({ problem, wait }: NewcomersFirstProps) => {
  const { title, says } = seatRefusals['newcomers-first']
  return (
    <Notice title={title}>
      <p>{says(problem)}</p>
      <button class="button" type="button" onClick={wait}>
        {words.waitInstead}
      </button>
    </Notice>
  )
}
