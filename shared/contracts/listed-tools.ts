import * as z from 'zod'
import { ASSISTANT_TOOLS } from './assistant-tools.ts'

type Input = Readonly<Record<string, unknown>> & { readonly type: 'object' }

/** The tools as assistants list them. */
export const listedTools = () =>
  Object.entries(ASSISTANT_TOOLS).map(([name, { title, description, input }]) => {
    const { $schema: _, ...inputSchema } = z.toJSONSchema(input)
    const annotations = { readOnlyHint: true, idempotentHint: true, openWorldHint: false }
    return { name, title, description, inputSchema: inputSchema as Input, annotations }
  })
