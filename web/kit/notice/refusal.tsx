import type { ComponentChildren } from 'preact'
import type { WebProblem } from '../api-client.ts'
import { signInAddress } from '../sign-in-address.ts'
import { common } from '../words/fr/common.ts'
import { type Refusals, type Remedy, readingFailed, remedyWords } from '../words/fr/refusals.ts'
import { Notice } from './notice.tsx'
import { refusalOf } from './refusal-of.ts'

/** Where each remedy leads, when it is no button of the page. */
export type Remedies = Partial<Record<Remedy, readonly [address: string, words: string]>>

export type RefusalProps = {
  readonly problem: WebProblem
  /** Refusals of this call, beside those of any call. */
  readonly refusals?: Refusals | undefined
  readonly again?: (() => void) | undefined
  /** Replaces the usual links of remedies. */
  readonly remedies?: Remedies | undefined
  readonly children?: ComponentChildren
}

const remediesHere = (): Remedies => ({
  choose: ['/', common.backHome],
  'sign-in': [signInAddress(), remedyWords.connect],
  mine: ['/mes-reservations', common.myBookings],
  search: ['/', remedyWords.search],
})

type RemedyLinkProps = Pick<RefusalProps, 'again' | 'remedies'> & { readonly remedy: Remedy }

const RemedyLink = ({ remedy, again, remedies }: RemedyLinkProps) => {
  if (remedy === 'again' && again)
    return (
      <button class="button" type="button" onClick={again}>
        {common.again}
      </button>
    )
  const [address, words] = remedies?.[remedy] ?? remediesHere()[remedy] ?? []
  return address ? (
    <p>
      <a class="tall" href={address}>
        {words}
      </a>
    </p>
  ) : null
}

/** A refusal in words, with its way out. */
export const Refusal = ({ problem, refusals, again, remedies, children }: RefusalProps) => {
  const { title, says, remedy } = refusalOf(problem, refusals)
  return (
    <Notice title={title}>
      <p>{says(problem)}</p>
      {children}
      <RemedyLink remedy={remedy} again={again} remedies={remedies} />
    </Notice>
  )
}

/** Tells that a page could not be read, and that nothing was changed. */
export const Unread = ({ problem, again }: Pick<RefusalProps, 'problem' | 'again'>) => {
  const { title, says, remedy } = refusalOf(problem)
  return (
    <Notice title={title}>
      <p>{remedy === 'again' ? readingFailed : says(problem)}</p>
      <RemedyLink remedy={remedy} again={again} />
    </Notice>
  )
}
