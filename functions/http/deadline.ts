import type { Context, Hono } from 'hono'
import { problem } from './problem.ts'

/** Answers `busy` when the app is late; its own context keeps its late answer from touching this one. */
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
