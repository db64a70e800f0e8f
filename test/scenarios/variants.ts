import { RUNS_ALL } from '../support/scope.ts'

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const WIDE = { viewport: { width: 1280, height: 800 } }

const DEVICES = [
  ['on a phone', PHONE],
  ['on a wide screen', WIDE],
] as const

const LANGUAGES = [
  { language: 'fr', locale: 'fr-FR', home: '/' },
  { language: 'en', locale: 'en-GB', home: '/en/' },
] as const

const ALL = LANGUAGES.flatMap(({ locale, ...language }) =>
  DEVICES.map(([name, device]) => ({
    ...language,
    name: `${name}, ${locale}`,
    device: { ...device, locale },
  })),
)

export type Variant = (typeof ALL)[number]

/** Both languages at both widths; every day only the phone in French. */
export const VARIANTS: readonly Variant[] = RUNS_ALL ? ALL : ALL.slice(0, 1)
