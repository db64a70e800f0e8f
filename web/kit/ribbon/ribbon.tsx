import { ribbonWords } from '../words/fr/ribbon.ts'
import { hourWords } from '../words/fr/time-words.ts'

type Range = readonly [start: string, end: string]

const UNITS_AN_HOUR = 12
const FIRST_HOUR = 7
const LAST_HOUR = 20
const WIDTH = (LAST_HOUR - FIRST_HOUR) * UNITS_AN_HOUR

const unitsAt = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number)
  const at = ((hours ?? 0) + (minutes ?? 0) / 60 - FIRST_HOUR) * UNITS_AN_HOUR
  return Math.min(WIDTH, Math.max(0, at))
}

const Band = ({ range: [start, end], kind }: { range: Range; kind: string }) => (
  <rect class={kind} x={unitsAt(start)} width={unitsAt(end) - unitsAt(start)} height="24" />
)

type RibbonProps = {
  /** Absent where the hours of the counter are unknown. */
  readonly counter: readonly Range[] | undefined
  readonly open: readonly Range[]
  readonly free: readonly Range[]
}

/** A day from 7 h to 20 h as a strip; screen readers get the words beside it instead. */
export const Ribbon = ({ counter, open, free }: RibbonProps) => {
  // An empty strip would say that the counter is closed.
  if (!counter && open.length + free.length === 0) return null
  return (
    <svg class="ribbon" viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" aria-hidden="true">
      {counter?.map((range) => (
        <Band key={range[0]} range={range} kind="ribbon-counter" />
      ))}
      {open.map((range) => (
        <Band key={range[0]} range={range} kind="ribbon-open" />
      ))}
      {free.map((range) => (
        <Band key={range[0]} range={range} kind="ribbon-free" />
      ))}
      <path class="ribbon-ticks" d="M12 0v24M60 0v24M108 0v24" />
    </svg>
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

const KINDS = ['free', 'open', 'counter', 'shut'] as const

export const RibbonLegend = () => (
  <p class="ribbon-legend" aria-hidden="true">
    {KINDS.map((kind) => (
      <span key={kind}>
        <svg class="ribbon-key" viewBox="0 0 24 24" preserveAspectRatio="none" aria-hidden="true">
          <rect class={`ribbon-${kind}`} width="24" height="24" />
        </svg>
        {ribbonWords[kind]}
      </span>
    ))}
  </p>
)
