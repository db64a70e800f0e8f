import { failuresOf } from '../../invocation/each-record.ts'
import { handle } from '../../invocation/handle.ts'
import { mailDependencies } from './mail-dependencies.ts'
import { sendMessages } from './send-messages.ts'

export const handler = handle(sendMessages(mailDependencies()), failuresOf)
