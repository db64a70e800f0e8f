import type { DotSizes } from './dot-layers.tsx'

const IDLE_PIXELS = 3.2
const GROWTH = 0.55
const LARGEST_DOT = 9

/** Diameters of dots where a pixel is so many kilometres: fine on the whole country, larger on a smaller part. */
export const dotSizes = (km: number): DotSizes => {
  const idle = Math.min(LARGEST_DOT, IDLE_PIXELS / km ** GROWTH)
  return { idle, other: idle * 0.7, closed: idle * 0.85 }
}

/** Radius of a place that lends, which stands out at every scale. */
export const pinRadius = (km: number): number => Math.min(11, Math.max(5, 7 / km ** 0.3))

/** Height of the letters of a name: smaller on a small picture of the whole country. */
export const letterPixels = (km: number): number => (km > 1.2 ? 14 : 17)

const SCALES_KM = [200, 100, 50, 20, 10, 5, 2, 1]
const LONGEST_SCALE = 120

/** The longest round distance that fits the bar of the scale. */
export const scaleOf = (km: number): { readonly km: number; readonly pixels: number } => {
  const length = SCALES_KM.find((each) => each / km <= LONGEST_SCALE) ?? 1
  return { km: length, pixels: length / km }
}
