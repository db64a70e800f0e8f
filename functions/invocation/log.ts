import { AsyncLocalStorage } from 'node:async_hooks'

const invocations = new AsyncLocalStorage<{ readonly requestId: string }>()

export const withRequestId = <T>(requestId: string, work: () => T): T => invocations.run({ requestId }, work)

/** Logs facts for machines: ids, counts and outcomes, never a person, a path or a body. */
export const log = (level: 'info' | 'warn' | 'error', message: string, facts: object = {}): void =>
  console[level === 'info' ? 'log' : level](
    JSON.stringify({ level, message, ...invocations.getStore(), ...facts }),
  )

export const faultOf = (
  error: unknown,
): { readonly name: string; readonly error: string; readonly stack?: string } => {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  return { name, error: message, ...(stack !== undefined && { stack }) }
}
