import { addressHere } from './address-here.ts'

export const goTo = (address: string): void => location.assign(addressHere(address))

/** Leaves no step back to this page. */
export const goInstead = (address: string): void => location.replace(addressHere(address))
