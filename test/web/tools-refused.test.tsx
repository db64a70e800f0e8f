import { render } from 'preact-render-to-string'
import { afterAll, expect, it, vi } from 'vitest'
import { refusedIn } from '../../web/tools/refused.tsx'

vi.stubGlobal('location', { pathname: '/outils', search: '' })
afterAll(() => vi.unstubAllGlobals())

const said = (scope: string, code: 'signed-out' | 'not-found'): string => {
  const Refused = refusedIn(scope)
  return render(<Refused problem={{ code }} again={() => {}} />)
}

it.each(['signed-out', 'not-found'] as const)(
  'leads of an association are not sent to pages of staff when they are refused: %s',
  (code) => {
    expect(said('site:09410A', code)).toMatch(/personnes qui travaillent|href="\/equipe"/)
    const leads = said('association:0123456789abcdefghjk', code)
    expect(leads).toContain('association')
    expect(leads).not.toMatch(/personnes qui travaillent|href="\/equipe"|ce lieu/)
  },
)
