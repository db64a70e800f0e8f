import type { MadeHook } from '../../shared/contracts/hook-views.ts'
import { ShownOnce } from './shown-once.tsx'
import { hooks as words } from './words/fr/hooks.ts'

/** What a tool checks announcements with. */
export const HookSecret = ({ of, onKept }: { of: MadeHook; onKept: () => void }) => (
  <ShownOnce
    title={words.made(of.name)}
    lead={words.madeLead}
    label={words.secretLabel}
    secret={of.secret}
    words={words}
    onKept={onKept}
  />
)
