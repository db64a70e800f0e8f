import type { Hash } from '../../../shared/domain/ids.ts'
import type { BookingStore } from '../../../shared/store/booking-store.ts'
import type { DirectoryStore } from '../../../shared/store/directory-store.ts'
import type { GrantStore } from '../../../shared/store/grant-store.ts'
import type { HookStore } from '../../../shared/store/hook-store.ts'
import type { HoursStore } from '../../../shared/store/hours-store.ts'
import type { IdentityStore } from '../../../shared/store/identity-store.ts'
import type { Seal } from '../../../shared/store/mail-secrets.ts'
import type { MemberStore } from '../../../shared/store/member-store.ts'
import type { MessageStore } from '../../../shared/store/message-store.ts'
import type { ProposalStore } from '../../../shared/store/proposal-store.ts'
import type { SeriesStore } from '../../../shared/store/series-store.ts'
import type { SiteStore } from '../../../shared/store/site-store.ts'
import type { WaitlistStore } from '../../../shared/store/waitlist-store.ts'
import type { WorkshopStore } from '../../../shared/store/workshop-store.ts'
import type { UndeliveredDeps } from '../../use-cases/note-undelivered.ts'
import type { Message } from './message.ts'

export type SendDependencies = UndeliveredDeps & {
  readonly origin: string
  readonly code: (challenge: Hash) => string
  readonly seal: Seal
  readonly bookings: Pick<BookingStore, 'findBooking' | 'listSiteBookings'>
  readonly series: Pick<SeriesStore, 'findBookings'>
  readonly sites: Pick<SiteStore, 'findSite'>
  readonly workshops: Pick<WorkshopStore, 'findWorkshops' | 'listWorkshops'>
  readonly members: MemberStore
  readonly waitlist: Pick<WaitlistStore, 'readHead' | 'readWaitlist' | 'findEntry' | 'countBefore'>
  readonly identities: Pick<IdentityStore, 'findHolder' | 'findHolders' | 'findByEmail'>
  readonly grants: Pick<GrantStore, 'listHolders'>
  readonly listing: Pick<DirectoryStore, 'readShard'>
  readonly hours: HoursStore
  readonly hooks: Pick<HookStore, 'findHook'>
  readonly proposals: Pick<ProposalStore, 'findProposal'>
  readonly marks: MessageStore
  readonly send: (message: Message) => Promise<void>
}
