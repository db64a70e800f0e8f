import type { BrowserContextOptions } from 'playwright-core'
import { ASSOCIATION_STATES } from './association-states.ts'
import { ATTENDANCE_STATES } from './attendance-states.ts'
import { BOOKING_STATES } from './booking-states.ts'
import type { Cast } from './cast.ts'
import { CLOSING_STATES } from './closing-states.ts'
import { CODE_STATES } from './code-states.ts'
import { COUNTER_STATES } from './counter-states.ts'
import { CYCLE_STATES } from './cycle-states.ts'
import { ENGLISH_STATES } from './english-states.ts'
import { FEED_STATES } from './feed-states.ts'
import { FIGURE_STATES } from './figure-states.ts'
import { HOOK_STATES } from './hook-states.ts'
import { KEY_STATES } from './key-states.ts'
import { KEYPAD_STATES } from './keypad-states.ts'
import { KNOWN_STATES } from './known-states.ts'
import { LENDING_STATES } from './lending-states.ts'
import { MAP_STATES } from './map-states.ts'
import { MEMBERSHIP_STATES } from './membership-states.ts'
import { MOVING_STATES } from './moving-states.ts'
import { OUTSIDE_STATES } from './outside-states.ts'
import { PERMANENCE_STATES } from './permanence-states.ts'
import { PLANNING_STATES } from './planning-states.ts'
import { PREMISES_STATES } from './premises-states.ts'
import { PRIVACY_STATES } from './privacy-states.ts'
import { RULES_STATES } from './rules-states.ts'
import { SEARCH_STATES } from './search-states.ts'
import { SERIES_STATES } from './series-states.ts'
import { SESSION_STATES } from './session-states.ts'
import { STAFF_STATES } from './staff-states.ts'
import type { Stage, Visit } from './stage.ts'
import type { State } from './state.ts'
import { TODAY_STATES } from './today-states.ts'
import { TOOL_STATES } from './tool-states.ts'
import { WAITING_STATES } from './waiting-states.ts'
import { WEEK_STATES } from './week-states.ts'
import { WORKSHOP_STATES } from './workshop-states.ts'

/** Every page in each of its states. */
export const STATES: readonly State[] = [
  ...SEARCH_STATES,
  ...MAP_STATES,
  ...BOOKING_STATES,
  ...MOVING_STATES,
  ...SERIES_STATES,
  ...WAITING_STATES,
  ...WORKSHOP_STATES,
  ...PERMANENCE_STATES,
  ...CYCLE_STATES,
  ...STAFF_STATES,
  ...MEMBERSHIP_STATES,
  ...ASSOCIATION_STATES,
  ...SESSION_STATES,
  ...PRIVACY_STATES,
  ...LENDING_STATES,
  ...RULES_STATES,
  ...PREMISES_STATES,
  ...COUNTER_STATES,
  ...CODE_STATES,
  ...FEED_STATES,
  ...FIGURE_STATES,
  ...KEY_STATES,
  ...KEYPAD_STATES,
  ...OUTSIDE_STATES,
  ...TODAY_STATES,
  ...TOOL_STATES,
  ...HOOK_STATES,
  ...PLANNING_STATES,
  ...WEEK_STATES,
  ...ATTENDANCE_STATES,
  ...CLOSING_STATES,
  ...KNOWN_STATES,
  ...ENGLISH_STATES,
]

/** The page of a state: `booking` for `booking, taken back`. */
const pageOf = ({ name }: State): string => name.split(',')[0] ?? name

export const oneOfEachPage = (states: readonly State[]): State[] => [
  ...new Map(states.toReversed().map((state) => [pageOf(state), state])).values(),
]

export const openState = async (
  { visit }: Stage,
  cast: Cast,
  state: State,
  options: BrowserContextOptions = {},
): Promise<Visit> => {
  const { as, open } = state
  const visited = await visit({ reducedMotion: 'reduce', ...(as && { storageState: cast[as] }), ...options })
  try {
    await open(visited.page, cast)
  } catch (error) {
    const words = await visited.page.locator('body').innerText()
    throw new Error(`${state.name} does not open; the page says: ${words}`, { cause: error })
  }
  return visited
}
