import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ROOT, sourceFiles } from './imports.ts'

const MOST_LINES = 200
const files = sourceFiles('shared', 'functions', 'web', 'infra')

describe('source files', () => {
  it(`have at most ${MOST_LINES} lines`, () => {
    const long = files
      .map(({ path, text }) => [path, text.split('\n').length - 1] as const)
      .filter(([, lines]) => lines > MOST_LINES)
    expect(long).toEqual([])
  })

  it('are named in kebab-case, and never index, utils or helpers', () => {
    const odd = files
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/^[a-z0-9/-]+\.tsx?$/.test(path) || /(^|\/)(index\.ts|utils?\.tsx?|helpers?\.tsx?)$/.test(path),
      )
    expect(odd).toEqual([])
  })

  it('export names and no default', () => {
    expect(files.filter(({ text }) => /^export default /m.test(text)).map(({ path }) => path)).toEqual([])
  })

  it('have at most 20 lines as handlers', () => {
    const handlers = files.filter(({ path }) => path.endsWith('/handler.ts'))
    expect(handlers.length).toBeGreaterThan(1)
    for (const { text } of handlers) expect(text.split('\n').length).toBeLessThanOrEqual(20)
  })
})

it('the repository has six folders beside what tools make', () => {
  const rooms = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$|dist$|cdk\.out$)/.test(entry.name))
    .map(({ name }) => name)
  expect(rooms.sort()).toEqual(['docs', 'functions', 'infra', 'shared', 'test', 'web'])
})
