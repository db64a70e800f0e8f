import { useEffect, useState } from 'preact/hooks'
import type { SiteView, SiteWeekView } from '../../../shared/contracts/site-views.ts'
import { weekApi } from '../../availability/week-client.ts'
import { LoadedPage } from '../../kit/loaded.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useAnswer } from '../../kit/use-answer.ts'
import { useTitle } from '../../kit/use-title.ts'
import { fullDayWords, rangesWords } from '../../kit/words/fr/time-words.ts'
import { type FreeDay, freeNowAndNext } from '../kiosk.ts'
import { QrCode } from '../qr-code.tsx'
import { kiosk as words } from '../words/fr/kiosk.ts'

const REFRESH_MS = 60_000
/** Free times older than this are not shown. */
const TRUSTED_MS = 5 * REFRESH_MS

type Seen = SiteWeekView & { readonly at: number }

/** Free times, read each minute unless paused; a failed read keeps the last ones, which age. */
const useSeen = (first: Seen) => {
  const [seen, setSeen] = useState(first)
  const [now, setNow] = useState(first.at)
  const [paused, setPaused] = useState(false)
  useEffect(() => {
    const refresh = async () => {
      setNow(Date.now())
      if (paused) return
      const answer = await weekApi.readSiteWeek(first.site.id)
      if (answer.ok) setSeen({ ...answer.value, at: Date.now() })
    }
    const timer = setInterval(refresh, REFRESH_MS)
    return () => clearInterval(timer)
  }, [paused])
  return { seen, isKnown: now - seen.at < TRUSTED_MS, paused, setPaused }
}

const timeAt = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('fr-FR', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)

type SpaceFreeProps = {
  readonly name: string
  readonly on: string
  readonly today: FreeDay | undefined
  readonly next: FreeDay | undefined
}

const SpaceFree = ({ name, on, today, next }: SpaceFreeProps) => (
  <li>
    <h2>{name}</h2>
    <p class={today ? 'free' : 'soft'}>
      {today ? `${words.free}, ${rangesWords(today.ranges)}` : next ? words.later : words.nothing}
    </p>
    <p>{next && `${words.next} : ${fullDayWords(next.date, on)}, ${rangesWords(next.ranges)}`}</p>
  </li>
)

const Free = ({ seen: { site, week } }: { seen: Seen }) => (
  <ul class="plain kiosk-spaces">
    {freeNowAndNext(site, week).map(({ space, today, next }) => (
      <SpaceFree key={space.id} name={space.name} on={site.today} today={today} next={next} />
    ))}
  </ul>
)

const Scan = ({ site }: { site: SiteView }) => {
  const address = `${location.origin}/lieu/${site.id}`
  return (
    <aside class="kiosk-scan" aria-label={words.scan}>
      <h2>{words.scan}</h2>
      <p>{words.scanLead}</p>
      <p class="long-word">
        <strong>{address.replace(/^https?:\/\//, '')}</strong>
      </p>
      <QrCode address={address} label={words.code(address)} />
      <p>{words.orCounter}</p>
    </aside>
  )
}

const Kiosk = (props: { first: Seen }) => {
  const { seen, isKnown, paused, setPaused } = useSeen(props.first)
  const { site, at } = seen
  useTitle(`${words.page}, ${site.name}`)
  return (
    <div class="kiosk">
      <div class="stack">
        <h1>{site.name}</h1>
        {isKnown ? <Free seen={seen} /> : <p class="lead">{words.lost}</p>}
        <p class="soft kiosk-seen">
          {words.seenAt(timeAt(at, site.timeZone))}{' '}
          <button class="link" type="button" onClick={() => setPaused(!paused)}>
            {paused ? words.resume : words.pause}
          </button>
        </p>
      </div>
      <Scan site={site} />
    </div>
  )
}

const View = ({ query }: ViewProps) => (
  <LoadedPage
    title={words.page}
    from={useAnswer(query && (query.get('lieu') ?? ''), (id) => weekApi.readSiteWeek(id || '0000'))}
  >
    {(there) => <Kiosk first={{ ...there, at: Date.now() }} />}
  </LoadedPage>
)

export const page: Page = { title: words.page, enhanced: true, View }
