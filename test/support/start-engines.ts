import type { TestProject } from 'vitest/node'
import {
  type EngineKind,
  findDynamoDbLocal,
  findDynoxide,
  startEngine,
} from '../../infra/local/engine-process.ts'

export type RunningEngine = { readonly name: string; readonly endpoint: string }

declare module 'vitest' {
  export interface ProvidedContext {
    scope: 'all' | 'everyday'
    engines: RunningEngine[]
  }
}

const MISSING = {
  dynoxide: 'SKIPPED on dynoxide: it runs on Linux x64',
  'dynamodb-local':
    'SKIPPED on DynamoDB Local: install Java 17 or later (Debian: apt-get install default-jre-headless)',
} as const

/** All engines that this machine runs when everything is tested, else the one of `npm start`. */
const kindsFor = (scope: string): EngineKind[] => {
  const dynoxide = findDynoxide()
  if (scope !== 'all' && dynoxide) return [dynoxide]
  const kinds = { dynoxide, 'dynamodb-local': findDynamoDbLocal() }
  for (const name of ['dynoxide', 'dynamodb-local'] as const) if (!kinds[name]) console.log(MISSING[name])
  return Object.values(kinds).filter((kind) => kind !== undefined)
}

/** Starts engines in memory, once for all test files of a project. */
export default async (project: TestProject) => {
  const kinds = kindsFor(project.getProvidedContext().scope)
  const started = await Promise.all(
    kinds.map(async (kind) => ({ name: kind.name, ...(await startEngine(kind)) })),
  )
  project.provide(
    'engines',
    started.map(({ name, endpoint }) => ({ name, endpoint })),
  )
  return async () => {
    await Promise.all(started.map(({ close }) => close()))
  }
}
