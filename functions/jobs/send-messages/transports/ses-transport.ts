import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import { refusalError } from './refusals.ts'
import { sesRefusalOf } from './ses-refusals.ts'
import type { Transport } from './transport.ts'

const LIMITS = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 2000, requestTimeout: 10_000, throwOnRequestTimeout: true },
}

/** Through Amazon SES. The configuration set brings back what bounces. */
export const sesTransport = (configurationSet: string | undefined): Transport => {
  const client = new SESv2Client(LIMITS)
  return async ({ from, to, raw }) => {
    const command = new SendEmailCommand({
      FromEmailAddress: from,
      Destination: { ToAddresses: [to] },
      Content: { Raw: { Data: raw } },
      ...(configurationSet && { ConfigurationSetName: configurationSet }),
    })
    try {
      await client.send(command)
    } catch (error) {
      const refused = error instanceof Error ? sesRefusalOf(error) : undefined
      throw refused && error instanceof Error ? refusalError(refused, error.name) : error
    }
  }
}
