import type { Party } from '../../../../shared/domain/party.ts'

/** Who comes on a seat of a workshop, where it is not the reader alone. */
export const partyWords = ({ places, guest }: Party): string[] => {
  if (places > 1) return [`${places} places${guest ? ` : vous et ${guest}` : ''}`]
  return guest ? [`Pour ${guest}`] : []
}

export const bringWords = (things: string): string => `À apporter : ${things}`
