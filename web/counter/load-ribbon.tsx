import type { FullSpaceDayView } from '../../shared/contracts/planning-views.ts'
import type { FreeRangeView } from '../../shared/contracts/site-views.ts'
import { Band, type Range, RibbonKeys, RibbonStrip } from '../kit/ribbon/ribbon.tsx'
import { load as words } from './words/fr/load.ts'

/** The pattern of places that await an answer, once a page. */
export const AskedPattern = () => (
  <svg class="ribbon-patterns" width="0" height="0" aria-hidden="true">
    <pattern id="asked" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <rect width="2" height="5" class="ribbon-asked-line" />
    </pattern>
  </svg>
)

type Drawn = Pick<FullSpaceDayView, 'open' | 'load'> & {
  readonly free: readonly FreeRangeView[]
  /** Absent where the hours of the counter are unknown. */
  readonly counter?: readonly Range[] | undefined
}

type LoadRibbonProps = Drawn & { readonly capacity: number }

/** Without any hours there is nothing to draw. */
export const isDrawn = ({ counter, open, free, load = [] }: Drawn): boolean =>
  counter !== undefined || open.length + free.length + load.length > 0

/** A day as a strip that is green as high as places are free, and hatched as high as they are asked for. */
export const LoadRibbon = ({ counter, open, free, load = [], capacity }: LoadRibbonProps) => {
  if (!isDrawn({ counter, open, free, load })) return null
  return (
    <RibbonStrip>
      {counter?.map((range) => (
        <Band key={range[0]} range={range} kind="ribbon-counter" />
      ))}
      {open.map((range) => (
        <Band key={range[0]} range={range} kind="ribbon-open" />
      ))}
      {load.map(({ start, end }) => (
        <Band key={start} range={[start, end]} kind="ribbon-open" />
      ))}
      {free.map(({ start, end, places }) => (
        <Band key={start} range={[start, end]} kind="ribbon-free" upTo={places / capacity} />
      ))}
      {load.map(({ start, end, taken, held }) => (
        <Band
          key={start}
          range={[start, end]}
          kind="ribbon-asked"
          from={1 - taken / capacity}
          upTo={1 - (taken - held) / capacity}
        />
      ))}
    </RibbonStrip>
  )
}

export const LoadKeys = () => (
  <RibbonKeys kinds={['free', 'open', 'asked', 'counter', 'shut']} words={words.kinds} />
)

export const LoadLegend = () => (
  <>
    <AskedPattern />
    <LoadKeys />
  </>
)

type LoadLinesProps = Pick<FullSpaceDayView, 'load'> & { readonly capacity: number }

/** The same in words, hour by hour. */
export const LoadLines = ({ load = [], capacity }: LoadLinesProps) =>
  load.length > 0 ? (
    <ul class="plain load-lines">
      {load.map((each) => (
        <li key={each.start} class={each.held > 0 ? 'load-asked' : ''}>
          {words.hours(each)} <strong>{words.taken(each, capacity)}</strong>
        </li>
      ))}
    </ul>
  ) : null
