import type { Context, Hono } from 'hono'
import { problem } from './problem.ts'

/** Answers that it is busy when the app does not answer in time. The app goes on behind that answer, and has no part in it. */
export const withinDeadline = (app: Hono, milliseconds: number) => async (c: Context) => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Response>((answer) => {
    timer = setTimeout(() => answer(problem(c, { kind: 'busy' })), milliseconds)
  })
  try {
    return await Promise.race([app.fetch(c.req.raw, c.env), late])
  } finally {
    clearTimeout(timer)
  }
}
