export const waitLink = 'Tell me if a place becomes free'
