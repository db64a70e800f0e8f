import type { NetworkMapView } from '../../shared/contracts/network-map-views.ts'
import { DotLayers } from './dot-layers.tsx'
import { type Dots, dotPaths } from './dots.ts'
import { OutlineLayer } from './outline-layer.tsx'
import type { Outline } from './outlines.ts'
import { dotsIn, type Inset, PARIS, pointsIn } from './overseas.ts'
import type { SheetPoint } from './projection.ts'
import { pinRadius } from './sizes.ts'
import { fitting } from './view.ts'
import { country } from './words/fr/map.ts'

type InsetFrameProps = {
  readonly inset: Inset
  readonly dots: Dots
  readonly network: NetworkMapView
  readonly outlines: readonly Outline[]
  readonly link: string
}

const PIXELS = 120
/** An island of a few kilometres stays small. */
const LEAST_KM = 25
const SIZES = { idle: 4, other: 3, closed: 3.5 }

const pointsOf = ({ idle, closed, other }: Dots) => [...idle, ...closed, ...other]

/** A part of the network in a frame and a scale of its own; nothing where it has no point. */
export const InsetFrame = ({ inset, dots, network, outlines, link }: InsetFrameProps) => {
  const { box, projection, code } = inset
  const own = dotsIn(dots, box)
  const pins: SheetPoint[] = pointsIn(network.lent, box).map(({ position }) => projection(position))
  const all = [...pointsOf(own).map(projection), ...pins]
  if (all.length === 0) return null
  const { x, y, width, height } = fitting(all, LEAST_KM, 1)
  const km = width / PIXELS
  return (
    <li>
      <a href={link} tabIndex={-1} data-light={code}>
        <svg class="map-inset" aria-hidden="true" viewBox={`${x} ${y} ${width} ${height}`}>
          {inset === PARIS && <OutlineLayer outlines={outlines} />}
          <DotLayers paths={dotPaths(own, projection)} sizes={SIZES} km={km} />
          {pins.map(([cx, cy]) => (
            <circle key={`${cx} ${cy}`} class="map-pin" cx={cx} cy={cy} r={pinRadius(2) * km} />
          ))}
        </svg>
        {inset === PARIS ? country.paris : network.departements.find((each) => each.code === code)?.name}
      </a>
    </li>
  )
}
