import { StartFailure } from './start-failure.ts'

const LINES: Readonly<Record<string, string>> = {
  ResourceNotFoundException: 'that table does not exist: deploy the service first, or name it with RESTANTE_TABLE',
  CredentialsProviderError: 'no AWS credentials on this machine',
  ECONNREFUSED: 'the engine no longer answers: run the same command again to finish',
}

/** One line for what the person at the keyboard can mend; undefined for a fault. */
export const failureLine = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  if (error instanceof StartFailure) return error.message
  return LINES[error.name] ?? LINES['code' in error ? String(error.code) : '']
}
