import { Choices } from '../kit/field/choices.tsx'
import type { Mediators } from './planner-client.ts'
import { planning as words } from './words/fr/planning-cycle.ts'

type MediatorsProps = { readonly mediators: Mediators; readonly error: string | undefined }

/** Who leads it, where there is somebody to choose; the person who plans is ticked. */
export const MediatorsField = ({ mediators, error }: MediatorsProps) =>
  mediators.length > 1 ? (
    <Choices
      id="mediators"
      legend={words.mediators}
      options={mediators.map(({ id, name, isYou }) => [id, isYou ? words.you(name) : name] as const)}
      chosen={mediators.filter(({ isYou }) => isYou).map(({ id }) => id)}
      many
      error={error}
    />
  ) : null
