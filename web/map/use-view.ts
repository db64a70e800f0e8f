import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { followHand } from './hand.ts'
import type { SheetPoint } from './projection.ts'
import { centredOn, enlarged, isInside, moved, type View } from './view.ts'

const STEP = 2
/** The share of what is seen that a press on an arrow moves. */
const SHIFT = 0.4

export type MapView = {
  readonly frame: RefObject<HTMLDivElement | null>
  readonly sheet: RefObject<SVGSVGElement | null>
  readonly view: View
  /** Kilometres of a pixel on screen, for what keeps its size when the map is enlarged. */
  readonly km: number
  readonly isWhole: boolean
  readonly enlarge: () => void
  readonly reduce: () => void
  readonly shift: (right: number, down: number) => void
}

const useWidth = (frame: RefObject<HTMLElement | null>): number => {
  const [pixels, setPixels] = useState(600)
  useLayoutEffect(() => {
    const { current } = frame
    if (!current) return undefined
    const observer = new ResizeObserver(([entry]) => setPixels(entry?.contentRect.width || 600))
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return pixels
}

/** What is seen of the whole sheet, moved by hand or by buttons; a point that must be seen is brought in. */
export const useView = (whole: View, mustSee: SheetPoint | undefined): MapView => {
  const [view, change] = useState(whole)
  const [frame, sheet] = [useRef<HTMLDivElement>(null), useRef<SVGSVGElement>(null)]
  const pixels = useWidth(frame)
  useEffect(() => {
    if (!frame.current || !sheet.current) return undefined
    return followHand({ frame: frame.current, sheet: sheet.current, whole, change })
  }, [whole])
  useEffect(() => {
    if (mustSee) change((last) => (isInside(mustSee, last) ? last : centredOn(mustSee, last, whole)))
  }, [mustSee?.join()])
  return {
    frame,
    sheet,
    view,
    km: view.width / pixels,
    isWhole: view.width >= whole.width,
    enlarge: () => change(enlarged(view, STEP, whole)),
    reduce: () => change(enlarged(view, 1 / STEP, whole)),
    shift: (right, down) => change(moved(view, [right * SHIFT, down * SHIFT], whole)),
  }
}
