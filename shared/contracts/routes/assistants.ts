import * as z from 'zod'
import type { Route } from '../route.ts'

/** Several at once are no part of the protocol since 2025-06-18, and could ask for too much. */
const JsonRpcMessage = z.looseObject({
  jsonrpc: z.literal('2.0'),
  method: z.string().max(100).meta({ description: 'Such as tools/list or tools/call' }),
})

const JsonRpcAnswer = z.looseObject({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.string(), z.int(), z.null()]).optional(),
})

export const assistantRoutes = {
  askTool: {
    method: 'post',
    path: '/mcp',
    summary: 'Search and read as tools of an assistant: Model Context Protocol, without sessions',
    action: 'read-public',
    body: JsonRpcMessage,
    status: 200,
    response: JsonRpcAnswer,
    refusals: [],
  },
} as const satisfies Record<string, Route>
