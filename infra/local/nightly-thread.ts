import { workerData } from 'node:worker_threads'
import { load, type NightlyRun } from './functions.ts'
import { invocationContext } from './lambda-invocation.ts'
import type { ScheduledHandler } from './schedule.ts'

const { dist, name, limitMs }: NightlyRun = workerData
const handler = await load<ScheduledHandler>(dist, name)
await handler({}, invocationContext(limitMs))
process.exit()
