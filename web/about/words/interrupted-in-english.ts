export const lostInEnglish = {
  title: 'There is nothing at this address.',
  lead: 'Return to sender: the page has moved, or the address is incomplete. Search for your town or village from the home page, or call 3631.',
}

export const unavailableInEnglish = {
  title: 'The service is having a break.',
  lead: 'We cannot answer you right now. Your bookings are safe: come as planned, your name or your reference is enough. If it is urgent, call 3631.',
}
