import type { Problem } from './problem-type.ts'

export const feedProblems = {
  'too-many-feeds': {
    status: 409,
    title: 'You have as many calendars as one can',
    detail: 'Remove one that you no longer use first.',
  },
} as const satisfies Record<string, Problem>
