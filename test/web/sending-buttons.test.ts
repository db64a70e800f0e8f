import { describe, expect, it } from 'vitest'
import { type SourceFile, sourceFiles } from '../architecture/imports.ts'

/** Their forms only search, choose or turn a page, so a second press is heard. */
const SENDING_NOTHING: ReadonlySet<string> = new Set([
  'web/counter/booking-to-find.tsx',
  'web/counter/pages/retrouver.tsx',
  'web/counter/site-to-book.tsx',
  'web/find/filter-form.tsx',
  'web/find/site-search.tsx',
  'web/lending/copy-finder.tsx',
  'web/lending/step.tsx',
  'web/rights/pages/journal.tsx',
  'web/rights/site-finder.tsx',
])

/** Opening tags of buttons; an arrow in an attribute is no end of a tag. */
const buttonsOf = ({ text }: SourceFile): string[] =>
  [...text.matchAll(/<button\b(?:[^>]|=>)*>/g)].map(([tag]) => tag)

const sends = (tag: string): boolean => /type="submit"|\bsend\(/.test(tag)

const silentOnes = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) =>
    buttonsOf(file)
      .filter((tag) => sends(tag) && !tag.includes('aria-disabled={') && !SENDING_NOTHING.has(file.path))
      .map((tag) => `${file.path}: ${tag.replace(/\s+/g, ' ')}`),
  )

describe('a button of a form', () => {
  const files = sourceFiles('web').filter(({ path }) => path.endsWith('.tsx'))
  const rooms = files.filter(({ path }) => !path.startsWith('web/build/'))

  it('says while it works that it hears no press', () => {
    expect(silentOnes(rooms)).toEqual([])
  })

  it('keeps the focus while it works, which the attribute disabled would take away', () => {
    const losing = rooms.flatMap((file) =>
      buttonsOf(file).flatMap((tag) => (/\sdisabled[=\s>]/.test(tag) ? `${file.path}: ${tag}` : [])),
    )
    expect(losing).toEqual([])
  })

  it('sends nothing only where the exceptions say', () => {
    const withForms = files.filter((file) => buttonsOf(file).some(sends)).map(({ path }) => path)
    expect([...SENDING_NOTHING].filter((path) => !withForms.includes(path))).toEqual([])
  })
})
