export type Position = { readonly lat: number; readonly lon: number }

/** Kilometres to the east and to the south of a corner in the ocean, on the sheet of a map. */
export type SheetPoint = readonly [x: number, y: number]

export type Projection = (position: Position) => SheetPoint

const RADIANS = Math.PI / 180

/** Lambert-93, the legal projection of the mainland (IGN, NTG 71): an ellipsoid on a cone that keeps angles. */
const ECCENTRICITY = 0.0818191910428158
const EXPONENT = 0.725607765053267
const CONE_KM = 11754.2554261
const POLE_KM = [700, 12655.6120499] as const
const CENTRAL_LON = 3
/** The sheet's upper left corner, in Lambert-93. */
const CORNER_KM = [90, 7120] as const

export const lambert93: Projection = ({ lat, lon }) => {
  const sine = Math.sin(lat * RADIANS)
  const isometric = Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine)
  const fromPole = CONE_KM * Math.exp(-EXPONENT * isometric)
  const turn = EXPONENT * (lon - CENTRAL_LON) * RADIANS
  return [
    POLE_KM[0] + fromPole * Math.sin(turn) - CORNER_KM[0],
    CORNER_KM[1] - (POLE_KM[1] - fromPole * Math.cos(turn)),
  ]
}

const KM_A_DEGREE = 111.2

/** Good for a small territory: degrees of longitude are as long as they are in its middle. */
export const flatAround =
  (middle: Position): Projection =>
  ({ lat, lon }) => [
    (lon - middle.lon) * Math.cos(middle.lat * RADIANS) * KM_A_DEGREE,
    (middle.lat - lat) * KM_A_DEGREE,
  ]
