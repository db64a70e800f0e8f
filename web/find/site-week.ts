import type { AvailabilityView, SiteView } from '../../shared/contracts/site-views.ts'

/** A site and what is free there in the seven days to come. */
export type SiteWeek = readonly [SiteView, AvailabilityView]
