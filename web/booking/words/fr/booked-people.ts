type Party = { readonly places: number; readonly guest?: string | undefined }

/** For whom a booking is, beside other words about it that the counter does without. */
export const bookedPeople = {
  who: (holder: string, { places, guest }: Party) => {
    if (!guest) return holder
    return places > 1 ? `${holder} et ${guest}` : `${guest}, par ${holder}`
  },
  party: ({ places, guest }: Party): string => {
    if (places > 1) return guest ? `avec ${guest}` : `${places}\u00A0places`
    return guest ? `pour ${guest}` : ''
  },
} as const
