/** A number as it is dialled in France, in digits only, however it was written: `0326812000` for `+33 3 26 81 20 00`. */
export const dialledNumber = (text: string): string => {
  const digits = text.replace(/\D/g, '')
  if (text.trim().startsWith('+33')) return `0${digits.slice(2).replace(/^0/, '')}`
  return digits.startsWith('0033') ? `0${digits.slice(4)}` : digits
}
