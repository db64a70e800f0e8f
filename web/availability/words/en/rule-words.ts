import type { WebProblem } from '../../../kit/api-client.ts'
import { hourWords, momentWords } from '../../../kit/words/en/time-words.ts'

export const startsWords = (starts: unknown): string =>
  Array.isArray(starts) && starts.length > 0
    ? `Start at ${starts.map((time) => hourWords(String(time))).join(' or at ')} instead.`
    : 'Choose one of the times on offer.'

const several = (limit: unknown, one: string, more: string): string =>
  limit === 1 ? one : more.replace('#', String(limit))

/** The rule that was met, and when it passes. */
const ruleWords = ({ rule, limit }: WebProblem): string => {
  if (rule === 'active-bookings')
    return `You already have ${several(limit, 'one booking', '# bookings')} here, which is the most you can have. Cancel one you no longer need, or wait.`
  if (rule === 'hours-a-week')
    return several(
      limit,
      'You can book at most one hour a week here.',
      'You can book at most # hours a week here.',
    )
  if (rule === 'no-shows')
    return several(
      limit,
      'You missed a booking without telling us in time.',
      'You missed # bookings without telling us in time.',
    )
  return rule === 'waits'
    ? 'You can wait for at most ten places at once. Withdraw a request you no longer need.'
    : 'Cancel a booking you no longer need, or book a little later.'
}

export const quotaWords = (problem: WebProblem): string => {
  const { rule, passes } = problem
  if (typeof passes !== 'string') return ruleWords(problem)
  const after = momentWords(passes)
  return rule === 'hours-a-week'
    ? `${ruleWords(problem)} You will have enough left from ${after}.`
    : `${ruleWords(problem)} You can book again from ${after}.`
}
