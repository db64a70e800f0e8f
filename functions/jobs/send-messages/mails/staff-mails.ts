import type { Charge } from '../../../../shared/domain/charge.ts'
import type { Hook } from '../../../../shared/domain/hook.ts'
import { formatScope } from '../../../../shared/domain/rights.ts'
import type { Site } from '../../../../shared/domain/site.ts'
import type { Space } from '../../../../shared/domain/space.ts'
import type { Mail } from '../mail.ts'
import { consent, hookPaused, outsideUnread, proposed } from '../words/fr/to-staff.ts'

/** Staff is spoken to in French. */
const toStaff = (to: string) => ({ to, language: 'fr' }) as const

type Proposed = { readonly site: Site; readonly charge: Charge }

/** A proposal to answer. */
export const proposedMail = (to: string, { site, charge }: Proposed, origin: string): Mail => ({
  ...toStaff(to),
  subject: proposed.subject(site.name),
  says: [proposed.says(site.name)],
  action: { words: proposed.action, address: `${origin}/idees?lieu=${site.id}` },
  notes: [proposed.whyYou[charge]],
})

type Lent = { readonly site: Site; readonly space: Space }

/** To the owner of the premises, when a space of theirs is lent. */
export const consentAskedMail = (to: string, { site, space }: Lent, origin: string): Mail => ({
  ...toStaff(to),
  subject: consent.asked.subject(site.name),
  says: [consent.asked.says(site.name, space.name), consent.asked.yours],
  action: { words: consent.asked.action, address: `${origin}/locaux?lieu=${site.id}` },
  notes: [consent.asked.whyYou],
})

/** To who is in charge of the site, once the owner has answered. */
export const consentMail = (to: string, { site, space, charge }: Lent & Proposed, origin: string): Mail => {
  const until = space.consent?.until
  return {
    ...toStaff(to),
    subject: consent.subject(site.name),
    says: [until === undefined ? consent.given(space.name) : consent.ended(space.name, until)],
    action: { words: consent.action, address: `${origin}/locaux?lieu=${site.id}` },
    notes: [proposed.whyYou[charge]],
  }
}

type PausedHook = {
  readonly hook: Hook
  readonly of: string
  readonly charge: keyof typeof hookPaused.whyYou
}

const pageOfHook = ({ scope, id }: Hook): string => {
  const place = scope.kind === 'site' ? { lieu: scope.site } : { portee: formatScope(scope) }
  return `/outil?${new URLSearchParams({ ...place, outil: id })}`
}

/** To who may have it told again. */
export const hookPausedMail = (to: string, { hook, of, charge }: PausedHook, origin: string): Mail => ({
  ...toStaff(to),
  subject: hookPaused.subject(hook.name, of),
  says: [hook.pause === 'gone' ? hookPaused.gone(hook.name) : hookPaused.failing(hook.name), hookPaused.next],
  action: { words: hookPaused.action, address: `${origin}${pageOfHook(hook)}` },
  notes: [hookPaused.whyYou[charge]],
})

/** To who is in charge of a site; who is further away cannot change its calendars, but sees its bookings. */
export const outsideUnreadMail = (
  to: string,
  { site, space, charge }: Lent & Proposed,
  origin: string,
): Mail => {
  const isNear = charge === 'site' || charge === 'office'
  const { action, actionFromAfar } = outsideUnread
  return {
    ...toStaff(to),
    subject: outsideUnread.subject(site.name),
    says: [outsideUnread.says(space.name), outsideUnread.means],
    action: isNear
      ? { words: action, address: `${origin}/agenda-exterieur?lieu=${site.id}&espace=${space.id}` }
      : { words: actionFromAfar, address: `${origin}/planning?lieu=${site.id}` },
    notes: [proposed.whyYou[charge]],
  }
}
