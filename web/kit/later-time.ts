/** `"09:45"` 30 minutes later: `"10:15"`, on the same day. */
export const laterTime = (time: string, minutes: number): string => {
  const [hours = 0, rest = 0] = time.split(':').map(Number)
  const later = hours * 60 + rest + minutes
  return [Math.floor(later / 60), later % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
