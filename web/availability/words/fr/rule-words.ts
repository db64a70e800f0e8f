import type { WebProblem } from '../../../kit/api-client.ts'
import { hourWords, momentWords } from '../../../kit/words/fr/time-words.ts'

export const startsWords = (starts: unknown): string =>
  Array.isArray(starts) && starts.length > 0
    ? `Commencez plutôt à ${starts.map((time) => hourWords(String(time))).join(' ou à ')}.`
    : 'Choisissez une heure parmi celles qui sont proposées.'

const several = (limit: unknown, one: string, more: string): string =>
  limit === 1 ? one : more.replace('#', String(limit))

/** The rule that was met, and when it passes. */
const ruleWords = ({ rule, limit }: WebProblem): string => {
  if (rule === 'active-bookings')
    return `Vous avez déjà ${several(limit, 'une réservation', '# réservations')} ici, c’est le maximum. Annulez-en une dont vous n’avez plus besoin, ou attendez.`
  if (rule === 'hours-a-week')
    return several(
      limit,
      'On réserve ici une heure par semaine au plus.',
      'On réserve ici # heures par semaine au plus.',
    )
  if (rule === 'no-shows')
    return several(
      limit,
      'Vous avez manqué une réservation sans prévenir à temps.',
      'Vous avez manqué # réservations sans prévenir à temps.',
    )
  return rule === 'waits'
    ? 'On attend dix places au plus à la fois. Retirez une demande dont vous n’avez plus besoin.'
    : 'Annulez une réservation dont vous n’avez plus besoin, ou réservez un peu plus tard.'
}

export const quotaWords = (problem: WebProblem): string => {
  const { rule, passes } = problem
  if (typeof passes !== 'string') return ruleWords(problem)
  const after = momentWords(passes)
  return rule === 'hours-a-week'
    ? `${ruleWords(problem)} Il vous en restera assez à partir du ${after}.`
    : `${ruleWords(problem)} Vous pourrez réserver à nouveau à partir du ${after}.`
}
