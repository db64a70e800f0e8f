/** Whether `written` from `at` on is the beginning of `name` from `from` on. */
const goesOn = (written: string, at: number, name: string, from: number): boolean => {
  for (let index = at; index < written.length; index++)
    if (written.charCodeAt(index) !== name.charCodeAt(from + index - at)) return false
  return true
}

const firstDifference = (written: string, name: string): number => {
  let at = 0
  while (at < written.length && written.charCodeAt(at) === name.charCodeAt(at)) at++
  return at
}

const isSwapped = (written: string, name: string, at: number): boolean =>
  written.charCodeAt(at) === name.charCodeAt(at + 1) &&
  written.charCodeAt(at + 1) === name.charCodeAt(at) &&
  goesOn(written, at + 2, name, at + 2)

/** Whether one letter of `written` is wrong, missing, too much, or swapped with the next. */
export const isOneLetterOff = (written: string, name: string): boolean => {
  if (Math.abs(name.length - written.length) > 1) return false
  const at = firstDifference(written, name)
  switch (name.length - written.length) {
    case 0:
      return goesOn(written, at + 1, name, at + 1) || isSwapped(written, name, at)
    case 1:
      return goesOn(written, at, name, at + 1)
    default:
      return goesOn(written, at + 1, name, at)
  }
}

/** The same for a name that is still being written. */
export const beginsOneLetterOff = (written: string, name: string): boolean => {
  const at = firstDifference(written, name)
  return (
    goesOn(written, at + 1, name, at + 1) ||
    goesOn(written, at, name, at + 1) ||
    goesOn(written, at + 1, name, at) ||
    isSwapped(written, name, at)
  )
}
