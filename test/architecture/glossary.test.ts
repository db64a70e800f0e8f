import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT, sourceFiles } from './imports.ts'

const GLOSSARY = readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8')

const missingFrom = (glossary: string): string[] =>
  sourceFiles('shared/domain').flatMap(({ path, text }) =>
    [...text.matchAll(/^export type (\w+)/gm)]
      .map(([, name = '']) => name)
      .filter((name) => !glossary.includes(`\`${name}\``))
      .map((name) => `${name} of ${path}`),
  )

it('the glossary has every type of the domain', () => {
  expect(missingFrom(GLOSSARY)).toEqual([])
})

it('a type that the glossary lacks is seen', () => {
  expect(missingFrom(GLOSSARY.replaceAll('`Slot`', ''))).toEqual(['Slot of shared/domain/booking.ts'])
})
