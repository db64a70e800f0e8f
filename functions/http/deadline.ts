import type { Context, Hono } from 'hono'
import { problem } from './problem.ts'

/** Answers `busy` when the app is late. The app has a context of its own: its late answer cannot touch the one that was sent. */
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
