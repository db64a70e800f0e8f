import type { Choice } from './choice.ts'
import { waitLink } from './words/fr/wait-link.ts'

/** Leads to the waitlist, around the hours of a refused choice. */
export const WaitLink = ({
  wanted: { site, ...wanted },
}: {
  wanted: Pick<Choice, 'site'> & Partial<Choice>
}) => {
  const query = new URLSearchParams({ site })
  for (const name of ['date', 'use'] as const) if (wanted[name]) query.set(name, wanted[name])
  if (wanted.start && wanted.end) {
    query.set('de', `${wanted.start.slice(0, 2)}:00`)
    query.set(
      'a',
      wanted.end.endsWith(':00')
        ? wanted.end
        : `${String(Number(wanted.end.slice(0, 2)) + 1).padStart(2, '0')}:00`,
    )
  }
  return (
    <p>
      <a class="tall" href={`/attendre?${query}`}>
        {waitLink}
      </a>
    </p>
  )
}
