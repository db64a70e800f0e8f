import { sheet } from './words/fr/map.ts'

const KINDS = ['lent', 'idle', 'other', 'closed'] as const

const DIAMETERS = { lent: 16, idle: 9, other: 6, closed: 8 } as const

export const MapLegend = () => (
  <ul class="map-legend">
    {KINDS.map((kind) => (
      <li key={kind}>
        <svg class="map-dots" width="20" height="20" aria-hidden="true">
          <path class={`map-${kind}`} d="M10 10h0" stroke-width={DIAMETERS[kind]} />
          {kind === 'closed' && <path class="map-hole" d="M10 10h0" stroke-width="4" />}
        </svg>
        {sheet.legend[kind]}
      </li>
    ))}
  </ul>
)
