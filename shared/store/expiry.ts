import type { Instant } from '../domain/instant.ts'
import { EXPIRY } from './keys/key.ts'

const DAY_SECONDS = 86_400

/** A day of grace, so that a reader whose clock is late never misses what it may still use: TTL only tidies up. */
export const expiryAfter = (at: Instant) => ({ [EXPIRY]: Math.ceil(at / 1000) + DAY_SECONDS })
