import type { AddedFeedView } from '../../shared/contracts/feed-views.ts'
import { TextField } from '../kit/field/text-field.tsx'
import { Notice } from '../kit/notice/notice.tsx'
import { feeds as words } from './words/fr/feeds.ts'

/** Calendars of devices subscribe to addresses of this scheme. */
const webcal = (address: string): string => address.replace(/^https?:/, 'webcal:')

const googleAddress = (address: string): string =>
  `https://calendar.google.com/calendar/r?${new URLSearchParams({ cid: webcal(address) })}`

const outlookAddress = ({ address, name }: AddedFeedView): string =>
  `https://outlook.live.com/calendar/0/addfromweb?${new URLSearchParams({ url: address, name })}`

type WayProps = {
  readonly title: string
  readonly steps: string
  readonly href: string
  readonly open: string
}

const Way = ({ title, steps, href, open }: WayProps) => (
  <li class="stack">
    <strong>{title}</strong>
    <span>{steps}</span>
    <span>
      <a class="button quiet" href={href} rel="noreferrer">
        {open}
      </a>
    </span>
  </li>
)

/** How a new address gets into the calendars that most people have; it is shown this once. */
export const AddedFeed = ({ feed }: { feed: AddedFeedView }) => (
  <Notice tone="free" title={words.ready}>
    <p>{words.secret}</p>
    <ul class="plain stack">
      <Way title={words.device} steps={words.deviceSteps} href={webcal(feed.address)} open={words.open} />
      <Way
        title={words.google}
        steps={words.googleSteps}
        href={googleAddress(feed.address)}
        open={words.openGoogle}
      />
      <Way
        title={words.outlook}
        steps={words.outlookSteps}
        href={outlookAddress(feed)}
        open={words.openOutlook}
      />
    </ul>
    <details class="other-hours">
      <summary>{words.other}</summary>
      <p>{words.otherSteps}</p>
      <TextField id="address" label={words.address} defaultValue={feed.address} autocomplete="off" readOnly />
    </details>
  </Notice>
)
