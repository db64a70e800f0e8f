import type { RequestLine } from '../../shared/contracts/request-line.ts'

type Answered =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: { readonly code: string } }

/** What the inline script of every page does for the other scripts, so that none of them carries it. */
export type EarlyHook = {
  /** Where the edge may have the answers that are for anybody; of who is signed in, the API itself. */
  readonly readsAt: () => '/api' | '/api/public'
  readonly showKept: (response: Response) => void
  /** Remembers what an answer tells of who is signed in. */
  readonly learn: (line: RequestLine, ids: readonly string[], answer: Answered) => Promise<void>
}

declare global {
  /** Absent outside of pages. */
  var early: EarlyHook | undefined
}
