import type { ComponentChildren } from 'preact'
import { ribbonWords } from '../words/fr/ribbon.ts'
import { hourWords } from '../words/fr/time-words.ts'

export type Range = readonly [start: string, end: string]

const UNITS_AN_HOUR = 12
const FIRST_HOUR = 7
const LAST_HOUR = 20
const WIDTH = (LAST_HOUR - FIRST_HOUR) * UNITS_AN_HOUR
const HEIGHT = 24

const unitsAt = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number)
  const at = ((hours ?? 0) + (minutes ?? 0) / 60 - FIRST_HOUR) * UNITS_AN_HOUR
  return Math.min(WIDTH, Math.max(0, at))
}

type BandProps = {
  readonly range: Range
  readonly kind: string
  /** Parts of the height, from the ground up. */
  readonly from?: number
  readonly upTo?: number
}

export const Band = ({ range: [start, end], kind, from = 0, upTo = 1 }: BandProps) => (
  <rect
    class={kind}
    x={unitsAt(start)}
    y={(1 - upTo) * HEIGHT}
    width={unitsAt(end) - unitsAt(start)}
    height={(upTo - from) * HEIGHT}
  />
)

/** From 7 h to 20 h; screen readers get the words beside it instead. */
export const RibbonStrip = ({ children }: { children: ComponentChildren }) => (
  <svg class="ribbon" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
    {children}
    <path class="ribbon-ticks" d="M12 0v24M60 0v24M108 0v24" />
  </svg>
)

type RibbonProps = {
  /** Absent where the hours of the counter are unknown. */
  readonly counter: readonly Range[] | undefined
  readonly open: readonly Range[]
  readonly free: readonly Range[]
}

/** A day as a strip. */
export const Ribbon = ({ counter, open, free }: RibbonProps) => {
  // An empty strip would say that the counter is closed.
  if (!counter && open.length + free.length === 0) return null
  return (
    <RibbonStrip>
      {counter?.map((range) => (
        <Band key={range[0]} range={range} kind="ribbon-counter" />
      ))}
      {open.map((range) => (
        <Band key={range[0]} range={range} kind="ribbon-open" />
      ))}
      {free.map((range) => (
        <Band key={range[0]} range={range} kind="ribbon-free" />
      ))}
    </RibbonStrip>
  )
}

const SCALE = ['08:00', '12:00', '16:00']

/** Where 8 h, midday and 16 h stand on the ribbons below. */
export const RibbonScale = () => (
  <div class="ribbon-scale" aria-hidden="true">
    {SCALE.map((time) => (
      <span key={time}>{hourWords(time)}</span>
    ))}
  </div>
)

type Kinds<K extends string> = { readonly kinds: readonly K[]; readonly words: Readonly<Record<K, string>> }

export const RibbonKeys = <K extends string>({ kinds, words }: Kinds<K>) => (
  <p class="ribbon-legend" aria-hidden="true">
    {kinds.map((kind) => (
      <span key={kind}>
        <svg class="ribbon-key" viewBox="0 0 24 24" preserveAspectRatio="none" aria-hidden="true">
          <rect class={`ribbon-${kind}`} width="24" height="24" />
        </svg>
        {words[kind]}
      </span>
    ))}
  </p>
)

export const RibbonLegend = () => (
  <RibbonKeys kinds={['free', 'open', 'counter', 'shut']} words={ribbonWords} />
)
