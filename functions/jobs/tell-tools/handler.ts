import { failuresOf } from '../../invocation/each-record.ts'
import { handle } from '../../invocation/handle.ts'
import { tellTools } from './tell-tools.ts'
import { toolDependencies } from './tool-dependencies.ts'

export const handler = handle(tellTools(toolDependencies()), failuresOf)
