import { DOT_KINDS, type DotKind } from './dots.ts'

/** Diameters in pixels. */
export type DotSizes = Readonly<Record<DotKind, number>>

type DotLayersProps = {
  readonly paths: Readonly<Record<DotKind, string>>
  readonly sizes: DotSizes
  readonly km: number
}

/** Room for a hole in the dot of a closed counter. */
const RING_FROM = 3.2
const HOLE = 0.55

/** Points that lend nothing, as strokes with round ends. */
export const DotLayers = ({ paths, sizes, km }: DotLayersProps) => (
  <g class="map-dots">
    {DOT_KINDS.map((kind) => (
      <path key={kind} class={`map-${kind}`} d={paths[kind]} stroke-width={sizes[kind] * km} />
    ))}
    {sizes.closed >= RING_FROM && (
      <path class="map-hole" d={paths.closed} stroke-width={sizes.closed * HOLE * km} />
    )}
  </g>
)
