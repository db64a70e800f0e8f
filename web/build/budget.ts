import { gzipSync } from 'node:zlib'

export type Weight = {
  readonly page: string
  readonly html: number
  readonly script: number
  readonly total: number
  readonly later: number
}

/** Bytes after gzip: HTML with its CSS, the scripts that a page begins with, both, the scripts after these. */
export const BUDGET = { html: 14_000, script: 22_500, total: 45_000, later: 9_000 } as const

const gzipped = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length

const sumOf = (scripts: readonly Uint8Array[]): number =>
  scripts.reduce((sum, each) => sum + gzipped(each), 0)

type Loaded = {
  readonly html: string
  readonly scripts: readonly Uint8Array[]
  readonly later: readonly Uint8Array[]
}

export const weightOf = (page: string, { html, scripts, later }: Loaded): Weight => {
  const [first, script] = [gzipped(html), sumOf(scripts)]
  return { page, html: first, script, total: first + script, later: sumOf(later) }
}

const KINDS = ['html', 'script', 'total', 'later'] as const

/** A page without scripts is all HTML. */
const kindsOf = ({ script }: Weight) => (script === 0 ? KINDS.filter((kind) => kind !== 'html') : KINDS)

/** One line for each figure above its budget; none when all pages fit. */
export const excesses = (weights: readonly Weight[]): string[] =>
  weights.flatMap((weight) =>
    kindsOf(weight)
      .filter((kind) => weight[kind] > BUDGET[kind])
      .map(
        (kind) =>
          `${weight.page}: ${kind} weighs ${weight[kind]} bytes after gzip, the budget is ${BUDGET[kind]}`,
      ),
  )

export const tableOf = (weights: readonly Weight[]): string =>
  [
    ['page', 'html + css', 'scripts', 'first load', 'later'],
    ...weights.map((weight) => [weight.page, ...KINDS.map((kind) => String(weight[kind]))]),
  ]
    .map(([page = '', ...figures]) => page.padEnd(20) + figures.map((figure) => figure.padStart(12)).join(''))
    .join('\n')
