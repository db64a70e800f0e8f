/** Spreadsheets take cells that start like this for formulas. */
const FORMULA = /^[=+\-@\t\r]/

const cellOf = (cell: string | number): string => {
  if (typeof cell === 'number') return String(cell)
  const inert = FORMULA.test(cell) ? `'${cell}` : cell
  return /[";\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** French spreadsheets open this without questions: semicolons, byte order mark, line ends of RFC 4180. */
export const formatCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('')}`
