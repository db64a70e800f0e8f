import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './imports.ts'

type Locked = { readonly integrity?: string; readonly resolved?: string; readonly inBundle?: true }

const { '': _project, ...locked } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
  .packages as Record<string, Locked>

/** The package whose archive holds a bundled one: the nearest outside any bundle. */
const bearerOf = (path: string, packages: Record<string, Locked>): string => {
  const around = path.slice(0, path.lastIndexOf('/node_modules/'))
  return packages[around]?.inBundle ? bearerOf(around, packages) : around
}

const SHA_512 = /^sha512-[A-Za-z0-9+/]{86}==$/

/** Packages without a hash, of their own or of the archive that holds them. */
const unvouched = (packages: Record<string, Locked>): string[] =>
  Object.entries(packages).flatMap(([path, { integrity, inBundle }]) => {
    const hash = inBundle ? packages[bearerOf(path, packages)]?.integrity : integrity
    return hash !== undefined && SHA_512.test(hash) ? [] : [path]
  })

describe('the installed packages', () => {
  it('are those that were locked, by a SHA-512 of their own or of the archive that bundles them', () => {
    expect(Object.keys(locked).length).toBeGreaterThan(100)
    expect(unvouched(locked)).toEqual([])
  })

  it('name no registry, so that each machine asks the one it is set to', () => {
    const named = Object.entries(locked).filter(([, { resolved }]) => resolved !== undefined)
    expect(named).toEqual([])
  })

  it('are seen when one has no hash, in a bundle too', () => {
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
