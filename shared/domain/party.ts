export const MOST_TOGETHER = 2

/**
 * Who comes to a workshop on one booking. `guest`: the first name of the person who comes with the holder, or
 * instead of them where there is one place; `sentBy`: who sent them there, for staff.
 */
export type Party = {
  readonly places: number
  readonly guest?: string | undefined
  readonly sentBy?: string | undefined
}

/** The words of a party that are there. */
export const wordsOfParty = ({ guest, sentBy }: Party): Omit<Party, 'places'> => ({
  ...(guest !== undefined && { guest }),
  ...(sentBy !== undefined && { sentBy }),
})

export const isSameParty = (one: Party, other: Party): boolean =>
  one.places === other.places && one.guest === other.guest && one.sentBy === other.sentBy
