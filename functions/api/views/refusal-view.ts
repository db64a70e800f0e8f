import { formatRange, type QuarterRange } from '../../../shared/domain/quarter-range.ts'

type Refused = { readonly kind: string; readonly open?: readonly QuarterRange[] }

/** Why one of several dates is refused: its problem code, with the facts as they are on the wire. */
export const viewOfRefusal = ({
  kind,
  open,
  ...facts
}: Refused): Record<string, unknown> & {
  readonly refusal: string
} => ({
  ...facts,
  ...(open && { open: open.map(formatRange) }),
  refusal: kind,
})
