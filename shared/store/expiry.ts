import type { Instant } from '../domain/instant.ts'
import { EXPIRY } from './keys/key.ts'

const DAY_SECONDS = 86_400

/** TTL only tidies up: a day of grace covers readers whose clocks are late. */
export const expiryAfter = (at: Instant) => ({ [EXPIRY]: Math.ceil(at / 1000) + DAY_SECONDS })
