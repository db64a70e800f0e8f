import { beforeAll, describe, expect, it } from 'vitest'
import type { SitePageView } from '../../shared/contracts/site-page.ts'
import type { Language } from '../../shared/domain/language.ts'
import { sitePageModule } from '../../web/build/prerender.ts'

type Module = { sitePage: (site: SitePageView, at: { origin: string; policy: string }) => string }

const POLICY = "default-src 'none'; script-src 'self'"
const AT = { origin: 'https://restante.example', policy: POLICY }

const SITE: SitePageView = {
  id: '09410A',
  name: 'Montmirail',
  kind: 'post-office',
  address: '9 rue Lucien Mathieu',
  postcode: '51210',
  commune: 'Montmirail',
  position: { lat: 48.87, lon: 3.54 },
  listed: true,
  today: '2026-11-21',
  week: [[['14:00', '18:00']], [['14:00', '18:00']], undefined, [], [], [], []],
  closures: [{ id: 'c', from: '2026-12-01', to: '2026-12-02', start: '00:00', end: '24:00' }],
  spaces: [
    {
      ...{ id: 'bureau', name: 'Bureau partagé', capacity: 5, uses: ['desk'], workshops: false },
      ...{ price: { per: 'free' }, amenities: ['step-free'], access: { kind: 'key-holder' } },
    },
  ],
  neighbours: [],
}

const modules = new Map<Language, Module>()
beforeAll(async () => {
  const assets = { css: ['a{}'], early: 'early()', script: '/assets/lieu-A.js', chunks: [] }
  for (const language of ['fr', 'en'] as const) {
    const code = Buffer.from(await sitePageModule(assets, language)).toString('base64')
    modules.set(language, await import(`data:text/javascript;base64,${code}`))
  }
})

const pageOf = (changes: Partial<SitePageView> = {}, language: Language = 'fr'): string =>
  modules.get(language)?.sitePage({ ...SITE, ...changes }, AT) ?? ''

const markupIn = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}')

describe('the page of a site', () => {
  it('says without a script what the site is, when its counter opens, what is lent and how one gets in', () => {
    const html = pageOf()
    expect(html).toContain('<title>Montmirail · Restante</title>')
    expect(html).toContain('<h1>Montmirail</h1>')
    expect(html).toMatch(/<meta name="description" content="Bureau de poste, 9 rue Lucien Mathieu, 51210/)
    expect(html).toContain('Fermé exceptionnellement du mardi 1er décembre au mercredi 2 décembre')
    expect(html.replaceAll('\u00A0', ' ')).toContain(
      'le lundi et le mardi</th><td role="cell">de 14 h à 18 h',
    )
    expect(html).toContain('5 places · Gratuit · de plain-pied · clé à retirer')
    expect(html).toContain('href="/reserver?site=09410A&amp;espace=bureau&amp;use=desk"')
    expect(html).not.toContain('name="robots"')
  })

  it('says it in English too, and each names the other and itself to search engines', () => {
    const english = pageOf({}, 'en')
    expect(english).toContain('<html lang="en">')
    expect(english).toContain('href="/en/reserver?site=09410A')
    expect(english).toContain('href="/lieu/09410A?langue=fr"')
    expect(english).toContain('<link rel="canonical" href="https://restante.example/en/lieu/09410A"/>')
    for (const html of [english, pageOf()]) {
      expect(html).toContain('<link rel="alternate" hreflang="fr" href="/lieu/09410A"/>')
      expect(html).toContain('<link rel="alternate" hreflang="en" href="/en/lieu/09410A"/>')
    }
  })

  it('shows itself where a link is shared', () => {
    expect(pageOf()).toContain('<meta property="og:title" content="Montmirail"/>')
    expect(pageOf()).toContain('<meta property="og:url" content="https://restante.example/lieu/09410A"/>')
  })

  it('tells machines where it is and when it opens', () => {
    expect(markupIn(pageOf())).toMatchObject({
      '@type': 'PostOffice',
      url: 'https://restante.example/lieu/09410A',
      address: { postalCode: '51210', addressLocality: 'Montmirail' },
      geo: { latitude: 48.87, longitude: 3.54 },
      openingHoursSpecification: [
        { dayOfWeek: 'https://schema.org/Monday', opens: '14:00', closes: '18:00' },
        { dayOfWeek: 'https://schema.org/Tuesday', opens: '14:00', closes: '18:00' },
      ],
      specialOpeningHoursSpecification: [
        { validFrom: '2026-12-01', validThrough: '2026-12-02', opens: '00:00', closes: '00:00' },
      ],
    })
  })

  it('runs nothing that stands in a name, and names its own policy', () => {
    const name = '</script><script>alert(1)</script>'
    const html = pageOf({ name, commune: name, spaces: [{ ...SITE.spaces[0], name } as never] })
    expect(html).not.toContain('<script>alert')
    expect(markupIn(html).name).toBe(name)
    expect(html).toContain(`<meta http-equiv="content-security-policy" content="${POLICY}"/>`)
    expect(html.match(/<script/g)).toHaveLength(3)
  })

  it('asks to be forgotten once the site has left, and leads on from one that lends nothing', () => {
    expect(pageOf({ listed: false })).toContain('<meta name="robots" content="none"/>')
    const neighbours = [
      { id: '09439A', name: 'Sézanne', commune: 'Sézanne', postcode: '51120', distanceKm: 21 },
    ]
    const html = pageOf({ spaces: [], neighbours })
    expect(html).toContain('<a class="tall" href="/lieu/09439A">Sézanne</a>')
    expect(html).toContain('href="/proposer?lieu=09410A"')
  })
})
