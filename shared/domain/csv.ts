/** Spreadsheets take cells that start like this for formulas. */
const FORMULA = /^[=+\-@\t\r]/

const cellOf = (text: string): string => {
  const inert = FORMULA.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** French spreadsheets open this without questions: semicolons, byte order mark, line ends of RFC 4180. */
export const formatCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`
