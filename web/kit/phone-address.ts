/** What a device dials, without the spaces that people read. */
export const phoneAddress = (phone: string): string => `tel:${phone.replace(/\s/g, '')}`
