import { goInstead } from '../../kit/go.ts'
import type { Page, ViewProps } from '../../kit/page.ts'
import { useTitle } from '../../kit/use-title.ts'
import { StaffPage } from '../../staff/staff-page.tsx'
import { hooksAddress } from '../hook-address.ts'
import { HookPage } from '../hook-page.tsx'
import { HooksOf } from '../hooks-of.tsx'
import { hooks as words } from '../words/fr/hooks.ts'

type HooksProps = { readonly scope: string; readonly hook: string | undefined }

const toolsAddress = (scope: string): string => hooksAddress(scope).replace('/outil', '/outils')

const Hooks = ({ scope, hook }: HooksProps) => (
  <div class="stack narrow">
    <h1>{words.title}</h1>
    {hook ? (
      <>
        <HookPage scope={scope} id={hook} onRemoved={() => goInstead(hooksAddress(scope))} />
        <p>
          <a class="tall" href={hooksAddress(scope)}>
            {words.all}
          </a>
        </p>
      </>
    ) : (
      <>
        <p class="lead">{words.lead}</p>
        <HooksOf scope={scope} />
        <p>
          <a class="tall" href={toolsAddress(scope)}>
            {words.back}
          </a>
        </p>
      </>
    )}
  </div>
)

/** As `/outils`, by `?lieu=` or `?portee=`; `?outil=` for one tool. */
const View = ({ query }: ViewProps) => {
  const scope = query?.get('portee')
  const hook = query?.get('outil') ?? undefined
  useTitle(scope ? words.title : undefined)
  if (scope) return <Hooks scope={scope} hook={hook} />
  return (
    <StaffPage query={query} title={words.title}>
      {(site) => <Hooks scope={`site:${site.id}`} hook={hook} />}
    </StaffPage>
  )
}

export const page: Page = { title: words.page, enhanced: true, View }
