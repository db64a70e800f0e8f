import type { ComponentChildren } from 'preact'
import type { LentSpaceView } from '../../shared/contracts/lending-views.ts'
import { Loaded } from '../kit/loaded.tsx'
import { StaffRefused } from '../staff/staff-page.tsx'
import type { useLentSpace } from './use-lent-space.ts'

type AboutSpaceProps = {
  readonly site: string
  readonly from: ReturnType<typeof useLentSpace>['from']
  readonly space: LentSpaceView | undefined
  readonly words: {
    readonly page: string
    readonly title: (space: string) => string
    readonly lead: string
    readonly gone: string
    readonly all: string
  }
  readonly children: ComponentChildren
}

/** A page about one space of a site, or about none where it is lent no more. */
export const AboutSpace = ({ site, from, space, words, children }: AboutSpaceProps) => (
  <div class="narrow stack">
    <h1>{space ? words.title(space.name) : words.page}</h1>
    <Loaded from={from} refused={StaffRefused}>
      {() => <p class="lead">{space ? words.lead : words.gone}</p>}
    </Loaded>
    {children}
    <p>
      <a class="tall" href={`/espaces?lieu=${site}`}>
        {words.all}
      </a>
    </p>
  </div>
)
