import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../architecture/imports.ts'

const PAGE = join(ROOT, 'docs/measurements.md')

/** Replaces the text between `<!-- name -->` and `<!-- /name -->` in the page of measurements. */
export const writeFigures = (name: string, text: string): void => {
  const page = readFileSync(PAGE, 'utf8')
  const [from, to] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [start, end] = [page.indexOf(from), page.indexOf(to)]
  if (start === -1 || end < start) throw new Error(`docs/measurements.md has no ${from} … ${to}`)
  writeFileSync(PAGE, `${page.slice(0, start + from.length)}\n\n${text}\n\n${page.slice(end)}`)
}
