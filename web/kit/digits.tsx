const THIN_SPACE = '\u2009'

/** In groups of three, or of two where that comes out even: as people say and remember numbers. */
const grouped = (code: string): string[] => code.match(code.length % 3 === 0 ? /.{3}/g : /.{1,2}/g) ?? [code]

/** Read aloud digit by digit, not as one number. */
export const Digits = ({ code }: { code: string }) => (
  <p class="door-digits" role="img" aria-label={[...code].join(' ')}>
    {grouped(code).join(THIN_SPACE)}
  </p>
)
