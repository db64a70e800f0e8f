import middy from '@middy/core'
import { mailDependencies } from './mail-dependencies.ts'
import { sendMessages } from './send-messages.ts'

export const handler = middy(sendMessages(mailDependencies()))
