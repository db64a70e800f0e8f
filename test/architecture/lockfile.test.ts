import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './imports.ts'

type Locked = { readonly integrity?: string; readonly resolved?: string; readonly inBundle?: true }

const { '': _project, ...locked } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  .packages as Record<string, Locked>

/** The package whose archive a bundled one comes in: the nearest around it that is no part of a bundle itself. */
const bearerOf = (path: string, packages: Record<string, Locked>): string => {
  const around = path.slice(0, path.lastIndexOf('/node_modules/'))
  return packages[around]?.inBundle ? bearerOf(around, packages) : around
}

const SHA_512 = /^sha512-[A-Za-z0-9+/]{86}==$/

/** Those whose content nothing vouches for: they have no hash, nor has the archive that they come in. */
const unvouched = (packages: Record<string, Locked>): string[] =>
  Object.entries(packages).flatMap(([path, { integrity, inBundle }]) => {
    const hash = inBundle ? packages[bearerOf(path, packages)]?.integrity : integrity
    return hash !== undefined && SHA_512.test(hash) ? [] : [path]
  })

describe('the packages that are installed', () => {
  it('are those that were locked: each has a SHA-512, or comes in the archive of one that has', () => {
    expect(Object.keys(locked).length).toBeGreaterThan(100)
    expect(unvouched(locked)).toEqual([])
  })

  it('come from npm’s own registry on every machine', () => {
    const elsewhere = Object.entries(locked).filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere).toEqual([])
  })

  it('would be seen without one, in a bundle too', () => {
    const integrity = `sha512-${'A'.repeat(86)}==`
    const bundled = { 'node_modules/a/node_modules/b': { inBundle: true as const } }
    expect(unvouched({ 'node_modules/a': {} })).toEqual(['node_modules/a'])
    expect(unvouched({ 'node_modules/a': { integrity: 'sha1-2jmj7l5rSw0yVb' } })).toEqual(['node_modules/a'])
    expect(unvouched({ 'node_modules/a': {}, ...bundled })).toEqual([
      'node_modules/a',
      'node_modules/a/node_modules/b',
    ])
    expect(unvouched({ 'node_modules/a': { integrity }, ...bundled })).toEqual([])
  })
})
