import type { Context } from 'hono'
import type * as z from 'zod'

/** Only what the view names leaves. */
export const respond = <S extends z.ZodType>(
  c: Context,
  status: 200 | 201 | 202,
  view: S,
  value: z.input<S>,
) => c.json(view.parse(value) as object, status)
