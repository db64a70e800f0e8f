import type { TestProject } from 'vitest/node'
import { findDynamoDbLocal, findDynoxide, startEngine } from '../../infra/local/engine-process.ts'

export type RunningEngine = { readonly name: string; readonly endpoint: string }

declare module 'vitest' {
  export interface ProvidedContext {
    engines: RunningEngine[]
  }
}

/** Every engine that this machine can run, in memory, once for all tests. */
export default async (project: TestProject) => {
  const kinds = [findDynoxide(), findDynamoDbLocal()].filter((kind) => kind !== undefined)
  if (!kinds.some(({ name }) => name === 'dynoxide')) console.log('SKIPPED on dynoxide: it runs on Linux x64')
  if (!kinds.some(({ name }) => name === 'dynamodb-local')) {
    console.log(
      'SKIPPED on DynamoDB Local: install a Java runtime, 17 or later (Debian: apt-get install default-jre-headless)',
    )
  }
  const started = await Promise.all(kinds.map(async (kind) => ({ name: kind.name, ...(await startEngine(kind)) })))
  project.provide(
    'engines',
    started.map(({ name, endpoint }) => ({ name, endpoint })),
  )
  return async () => {
    await Promise.all(started.map(({ close }) => close()))
  }
}
