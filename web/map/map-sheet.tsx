import type { ComponentChildren } from 'preact'
import { ScaleBar } from './scale-bar.tsx'
import type { MapView } from './use-view.ts'
import { sheet as words } from './words/fr/map.ts'

const ARROWS = [
  ['left', '←', -1, 0],
  ['up', '↑', 0, -1],
  ['down', '↓', 0, 1],
  ['right', '→', 1, 0],
] as const

type ToolProps = { readonly name: string; readonly sign: string; readonly onPress: () => void }

const Tool = ({ name, sign, onPress, ...rest }: ToolProps & { readonly 'aria-disabled'?: boolean }) => (
  <button class="map-tool" type="button" title={name} onClick={onPress} {...rest}>
    <span aria-hidden="true">{sign}</span>
    <span class="for-readers">{name}</span>
  </button>
)

const Tools = ({ map }: { readonly map: MapView }) => (
  <div class="map-tools">
    <Tool name={words.enlarge} sign="+" onPress={map.enlarge} />
    <Tool name={words.reduce} sign="−" onPress={map.reduce} aria-disabled={map.isWhole} />
    {!map.isWhole &&
      ARROWS.map(([side, sign, right, down]) => (
        <Tool key={side} name={words.shifts[side]} sign={sign} onPress={() => map.shift(right, down)} />
      ))}
    <ScaleBar km={map.km} />
  </div>
)

type MapSheetProps = { readonly map: MapView; readonly children: ComponentChildren }

/**
 * The drawing and its buttons. The list or the table beside it says the same in words, with the same links; so
 * the drawing is hidden from screen readers, and its links are no stops for the keyboard.
 */
export const MapSheet = ({ map, children }: MapSheetProps) => {
  const { x, y, width, height } = map.view
  return (
    <>
      <div class="map-frame" ref={map.frame} data-enlarged={map.isWhole ? undefined : ''}>
        <svg class="map-sheet" ref={map.sheet} viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
          {children}
        </svg>
      </div>
      <Tools map={map} />
    </>
  )
}
