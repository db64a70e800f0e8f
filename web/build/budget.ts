import { gzipSync } from 'node:zlib'

export type Weight = {
  readonly page: string
  readonly html: number
  readonly script: number
  readonly total: number
}

/** Bytes after gzip: HTML with its CSS, all scripts of a page, both. */
export const BUDGET = { html: 14_000, script: 20_000, total: 45_000 } as const

const gzipped = (content: string | Uint8Array): number => gzipSync(content, { level: 9 }).length

export const weightOf = (page: string, html: string, scripts: readonly Uint8Array[]): Weight => {
  const script = scripts.reduce((sum, each) => sum + gzipped(each), 0)
  return { page, html: gzipped(html), script, total: gzipped(html) + script }
}

const KINDS = ['html', 'script', 'total'] as const

/** One line for each figure above its budget; none when all pages fit. */
export const excesses = (weights: readonly Weight[]): string[] =>
  weights.flatMap((weight) =>
    KINDS.filter((kind) => weight[kind] > BUDGET[kind]).map(
      (kind) =>
        `${weight.page}: ${kind} weighs ${weight[kind]} bytes after gzip, the budget is ${BUDGET[kind]}`,
    ),
  )

export const tableOf = (weights: readonly Weight[]): string =>
  [
    ['page', 'html + css', 'scripts', 'first load'],
    ...weights.map((weight) => [weight.page, ...KINDS.map((kind) => String(weight[kind]))]),
  ]
    .map(([page = '', ...figures]) => page.padEnd(20) + figures.map((figure) => figure.padStart(12)).join(''))
    .join('\n')
