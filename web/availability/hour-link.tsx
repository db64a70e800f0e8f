import type { ComponentChildren } from 'preact'

type HourLinkProps = {
  readonly href: string
  readonly isCurrent?: boolean
  readonly children: ComponentChildren
}

/** A link to an hour, wherever hours are chosen. */
export const HourLink = ({ href, isCurrent = false, children }: HourLinkProps) => (
  <a class="time" href={href} {...(isCurrent && { 'aria-current': 'true' as const })}>
    {children}
  </a>
)
