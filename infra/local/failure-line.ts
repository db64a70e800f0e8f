import { StartFailure } from './start-failure.ts'

const LINES: Readonly<Record<string, string>> = {
  ResourceNotFoundException:
    'that table does not exist: deploy the service first, or name it with RESTANTE_TABLE',
  CredentialsProviderError: 'no AWS credentials on this machine',
  ExpiredTokenException: 'the AWS credentials of this machine have expired',
  UnrecognizedClientException: 'AWS does not know the credentials of this machine',
  AccessDeniedException: 'the AWS credentials of this machine may not do that',
  ECONNREFUSED: 'the engine no longer answers: run the same command again to finish',
}

/** Undefined for a fault. */
export const failureLine = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  if (error instanceof StartFailure) return error.message
  // The SDK has no error name for this.
  if (error.message === 'Region is missing')
    return 'no AWS region: name it with AWS_REGION, for example eu-west-3'
  return LINES[error.name] ?? LINES['code' in error ? String(error.code) : '']
}
