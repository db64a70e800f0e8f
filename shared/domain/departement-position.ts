import { distanceKm, type Position } from './position.ts'

/**
 * The chief town of each département, in degrees: La Poste, "Base officielle des codes postaux" (Licence
 * Ouverte 2.0); Paris, Lyon, Marseille and overseas by their town halls.
 */
const CHIEF_TOWNS: Readonly<Record<string, readonly [lat: number, lon: number]>> = {
  '01': [46.21, 5.25],
  '02': [49.57, 3.62],
  '03': [46.56, 3.33],
  '04': [44.09, 6.24],
  '05': [44.58, 6.06],
  '06': [43.71, 7.24],
  '07': [44.72, 4.59],
  '08': [49.78, 4.72],
  '09': [42.97, 1.61],
  10: [48.3, 4.08],
  11: [43.21, 2.34],
  12: [44.36, 2.57],
  13: [43.3, 5.37],
  14: [49.18, -0.37],
  15: [44.92, 2.44],
  16: [45.65, 0.15],
  17: [46.16, -1.17],
  18: [47.07, 2.4],
  19: [45.27, 1.76],
  21: [47.32, 5.04],
  22: [48.51, -2.76],
  23: [46.16, 1.87],
  24: [45.19, 0.71],
  25: [47.26, 6.02],
  26: [44.92, 4.91],
  27: [49.02, 1.14],
  28: [48.45, 1.51],
  29: [48.0, -4.09],
  '2A': [41.93, 8.7],
  '2B': [42.69, 9.43],
  30: [43.84, 4.35],
  31: [43.6, 1.43],
  32: [43.65, 0.58],
  33: [44.86, -0.57],
  34: [43.61, 3.87],
  35: [48.11, -1.68],
  36: [46.8, 1.69],
  37: [47.4, 0.7],
  38: [45.18, 5.72],
  39: [46.67, 5.56],
  40: [43.9, -0.49],
  41: [47.58, 1.31],
  42: [45.43, 4.38],
  43: [45.03, 3.9],
  44: [47.23, -1.55],
  45: [47.88, 1.92],
  46: [44.45, 1.44],
  47: [44.2, 0.63],
  48: [44.53, 3.48],
  49: [47.48, -0.56],
  50: [49.11, -1.08],
  51: [48.96, 4.38],
  52: [48.1, 5.14],
  53: [48.06, -0.77],
  54: [48.69, 6.18],
  55: [48.76, 5.16],
  56: [47.66, -2.76],
  57: [49.11, 6.2],
  58: [46.99, 3.16],
  59: [50.63, 3.05],
  60: [49.44, 2.09],
  61: [48.43, 0.09],
  62: [50.29, 2.77],
  63: [45.79, 3.12],
  64: [43.32, -0.35],
  65: [43.23, 0.07],
  66: [42.7, 2.9],
  67: [48.57, 7.77],
  68: [48.11, 7.38],
  69: [45.76, 4.84],
  70: [47.63, 6.15],
  71: [46.32, 4.82],
  72: [47.99, 0.2],
  73: [45.58, 5.91],
  74: [45.89, 6.13],
  75: [48.86, 2.35],
  76: [49.44, 1.09],
  77: [48.54, 2.66],
  78: [48.8, 2.12],
  79: [46.33, -0.47],
  80: [49.9, 2.29],
  81: [43.93, 2.15],
  82: [44.02, 1.36],
  83: [43.14, 5.93],
  84: [43.94, 4.84],
  85: [46.67, -1.41],
  86: [46.58, 0.36],
  87: [45.85, 1.25],
  88: [48.16, 6.48],
  89: [47.79, 3.58],
  90: [47.65, 6.85],
  91: [48.63, 2.44],
  92: [48.9, 2.21],
  93: [48.91, 2.44],
  94: [48.78, 2.45],
  95: [49.05, 2.09],
  971: [16.0, -61.73],
  972: [14.61, -61.07],
  973: [4.94, -52.33],
  974: [-20.88, 55.45],
  975: [46.78, -56.17],
  976: [-12.78, 45.23],
  977: [17.9, -62.85],
  978: [18.07, -63.08],
  984: [-49.35, 70.22],
  986: [-13.28, -176.17],
  987: [-17.54, -149.57],
  988: [-22.27, 166.44],
  989: [10.3, -109.22],
}

export const chiefTownOf = (departement: string): Position | undefined => {
  const [lat, lon] = CHIEF_TOWNS[departement] ?? []
  return lat === undefined || lon === undefined ? undefined : { lat, lon }
}

/** The département whose chief town is nearest. */
export const departementNear = (position: Position): { departement: string; distanceKm: number } => {
  let [departement, nearest] = ['75', Number.POSITIVE_INFINITY]
  for (const [code, [lat, lon]] of Object.entries(CHIEF_TOWNS)) {
    const km = distanceKm(position, { lat, lon })
    if (km < nearest) [departement, nearest] = [code, km]
  }
  return { departement, distanceKm: nearest }
}

/** Farther from every chief town, a position is at sea or abroad. */
const FARTHEST_KM = 500

/** Latitude and longitude are often swapped: what then lies in France is meant. */
export const inFrance = (written: Position): Position => {
  const swapped = { lat: written.lon, lon: written.lat }
  const isFar = (position: Position) => departementNear(position).distanceKm > FARTHEST_KM
  return Math.abs(swapped.lat) <= 90 && isFar(written) && !isFar(swapped) ? swapped : written
}
