import type { ComponentChildren } from 'preact'
import { placeLabels } from './labels.ts'
import type { SheetPoint } from './projection.ts'
import { letterPixels, pinRadius } from './sizes.ts'
import type { MapView } from './use-view.ts'
import { isInside } from './view.ts'

export type Pin = { readonly id: string; readonly name: string; readonly at: SheetPoint }

type PinsProps = {
  readonly pins: readonly Pin[]
  readonly map: MapView
  readonly wrap?: (pin: Pin, drawn: ComponentChildren) => ComponentChildren
}

/** Around a lit place, in its radius. */
const HALO = 1.7
/** With more names than this the map could not be read. */
const MOST_NAMES = 40
/** A finger needs more room than a drawn point. */
const TOUCH_PIXELS = 24

const namesOf = (pins: readonly Pin[], { view, km }: MapView) => {
  const seen = pins.filter(({ at }) => isInside(at, view))
  const named = seen.length > MOST_NAMES ? [] : seen
  const wanted = named.map(({ name, at: [x, y] }) => ({
    text: name,
    at: [(x - view.x) / km, (y - view.y) / km] as const,
    radius: pinRadius(km) * HALO,
    letter: letterPixels(km),
  }))
  const labels = placeLabels(wanted, [view.width / km, view.height / km])
  return new Map(named.map(({ id }, index) => [id, labels[index]]))
}

/** Places that lend, with their names where there is room. */
export const Pins = ({ pins, map, wrap = (_, drawn) => drawn }: PinsProps) => {
  const { view, km } = map
  const names = namesOf(pins, map)
  const radius = pinRadius(km) * km
  const draw = (pin: Pin) => {
    const label = names.get(pin.id)
    const [x, y] = pin.at
    return (
      <>
        <circle class="map-touch" cx={x} cy={y} r={TOUCH_PIXELS * km} />
        <circle class="map-halo" cx={x} cy={y} r={radius * HALO} />
        <circle class="map-pin" cx={x} cy={y} r={radius} />
        {label && (
          <text
            class="map-name"
            x={view.x + label.x * km}
            y={view.y + label.y * km}
            text-anchor={label.anchor}
            font-size={letterPixels(km) * km}
            stroke-width={4 * km}
          >
            {pin.name}
          </text>
        )}
      </>
    )
  }
  return pins.map((pin) => (
    <g key={pin.id} class="map-place" data-light={pin.id}>
      {wrap(pin, draw(pin))}
    </g>
  ))
}
