import { dependencies } from '../../dependencies.ts'
import { handle } from '../../invocation/handle.ts'
import { noteFeedback } from './note-feedback.ts'

export const handler = handle(noteFeedback(dependencies()), (_, noted) => noted)
