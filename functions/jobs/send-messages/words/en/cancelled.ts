import type * as fr from '../fr/cancelled.ts'

export const cancelled: typeof fr.cancelled = {
  because: {
    title: 'Booking cancelled',
    says: (why) => `Your booking is cancelled: ${why}. We are sorry.`,
  },
  byStaff: {
    title: 'Booking cancelled',
    says: 'The post office had to cancel your booking. We are sorry.',
  },
  notApproved: { title: 'Request not accepted', says: 'The post office did not accept your request.' },
  requestLapsed: {
    title: 'No answer to your request',
    says: 'The post office did not answer in time. The place is no longer kept for you.',
  },
  offerLapsed: {
    title: 'The place is no longer kept',
    says: 'You did not answer in time. The place is no longer kept for you.',
  },
  onBehalf: {
    title: 'Booking cancelled',
    says: 'The post office staff cancelled your booking. You had not asked for it? Call them.',
  },
  requestWithdrawn: {
    title: 'Request withdrawn',
    says: 'Your request is withdrawn. Somebody else can use the place.',
  },
  givenUp: {
    title: 'Booking cancelled',
    says: 'Your booking is cancelled. Somebody else can use the place.',
  },
  action: 'See it, or find another place',
}
