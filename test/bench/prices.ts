/**
 * Dollars on demand in eu-west-3, without taxes and free allowances, as read on 29 November 2026 from price lists
 * that others had read from AWS (https://aws.amazon.com/dynamodb/pricing/on-demand/ and the like).
 */
export const PRICES = {
  region: 'eu-west-3',
  readUnit: 0.1487e-6,
  writeUnit: 0.7423e-6,
  /** Of the HTTP API, of CloudFront by HTTPS in Europe, of a function on arm64. */
  entrance: 1.17e-6,
  edge: 1.2e-6,
  invocation: 0.2e-6,
  gigabyteSecond: 0.0000133334,
} as const

/** Of the API's function, as the stack makes it. */
const MEMORY_GIGABYTES = 1

type Cost = { readonly readUnits: number; readonly writeUnits: number }

/** Dollars for a thousand requests that the function works on for so long; what crosses the network is left out. */
export const dollarsPerThousand = ({ readUnits, writeUnits }: Cost, milliseconds: number): number => {
  const table = readUnits * PRICES.readUnit + writeUnits * PRICES.writeUnit
  const work = PRICES.invocation + (milliseconds / 1000) * MEMORY_GIGABYTES * PRICES.gigabyteSecond
  return 1000 * (table + PRICES.entrance + PRICES.edge + work)
}
