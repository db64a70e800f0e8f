import type * as fr from '../fr/party-words.ts'

export const partyWords: typeof fr.partyWords = ({ places, guest }) => {
  if (places > 1) return [`${places} seats${guest ? `: you and ${guest}` : ''}`]
  return guest ? [`For ${guest}`] : []
}

export const bringWords: typeof fr.bringWords = (things) => `To bring: ${things}`
