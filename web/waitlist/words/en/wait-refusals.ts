import type { Translation } from '../../../../shared/domain/language.ts'
import type { WebProblem } from '../../../kit/api-client.ts'
import type * as fr from '../fr/wait-refusals.ts'

export const waitRefusals = {
  'not-waiting': {
    title: 'You are no longer waiting',
    says: ({ waitStatus }: WebProblem) =>
      waitStatus === 'ended' || waitStatus === 'left'
        ? 'What you were waiting for is cancelled.'
        : 'You were offered a place. Look in your bookings to see what became of it.',
    remedy: 'mine',
  },
} satisfies Translation<typeof fr.waitRefusals>
