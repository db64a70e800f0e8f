import type { WebProblem } from '../kit/api-client.ts'
import { Notice } from '../kit/notice/notice.tsx'
import { seatRefusals } from './words/fr/seat-refusals.ts'
import { workshop as words } from './words/fr/workshops.ts'

const { title, says } = seatRefusals['newcomers-first']

/** For who came before: the waitlist, until the workshop opens to all. */
export const WaitForNewcomers = ({ problem, wait }: { problem: WebProblem; wait: () => void }) => (
  <Notice title={title}>
    <p>{says(problem)}</p>
    <button class="button" type="button" onClick={wait}>
      {words.waitInstead}
    </button>
  </Notice>
)
