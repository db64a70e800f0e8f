import type { Context } from 'hono'
import type * as z from 'zod'

/** Fields that the view does not name never leave. */
export const respond = <S extends z.ZodType>(
  c: Context,
  status: 200 | 201 | 202,
  view: S,
  value: z.input<S>,
) => c.json(view.parse(value) as object, status)
