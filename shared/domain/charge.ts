/** From a site outwards: itself, the office it is attached to, its département, the network. */
export const CHARGES = ['site', 'office', 'departement', 'network'] as const
export type Charge = (typeof CHARGES)[number]
