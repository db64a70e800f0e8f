import type { ComponentChildren, ComponentType } from 'preact'
import { Loading } from './loading.tsx'
import { type RefusalProps, Unread } from './notice/refusal.tsx'
import type { useAnswer } from './use-answer.ts'
import { useTitle } from './use-title.ts'

export type RefusedProps = Pick<RefusalProps, 'problem'> & { readonly again: () => void }

type LoadedProps<T> = {
  readonly from: ReturnType<typeof useAnswer<T>>
  readonly refused?: ComponentType<RefusedProps>
  readonly children: (value: T) => ComponentChildren
}

/** Content made of an answer, or why there is none yet. */
export const Loaded = <T,>({
  from: { loaded, again },
  refused: Refused = Unread,
  children,
}: LoadedProps<T>) => {
  if (loaded.state === 'loading') return <Loading />
  if (loaded.state === 'refused') return <Refused problem={loaded.problem} again={again} />
  return children(loaded.value)
}

const withRefusal = <T,>(first: ComponentChildren, props: LoadedProps<T>) => (
  <div class="stack">
    {first}
    <Loaded {...props} />
  </div>
)

type LoadedPageProps<T> = LoadedProps<T> & {
  /** Shown until the answer is here. */
  readonly title: string
  readonly absent?: { readonly title: string; readonly children: ComponentChildren }
  /** What the page says before, and beside a refusal; a title and a word of patience by default. */
  readonly first?: ComponentChildren
}

const isAbsent = ({ code }: RefusedProps['problem']): boolean => code === 'not-found' || code === 'invalid'

/** A page made of an answer; `absent` tells that what the address names does not exist. */
export const LoadedPage = <T,>({ title, absent, first, ...props }: LoadedPageProps<T>) => {
  const { loaded } = props.from
  const missing = loaded.state === 'refused' && isAbsent(loaded.problem) ? absent : undefined
  useTitle(missing?.title)
  if (loaded.state === 'here') return props.children(loaded.value)
  if (first && !missing) return loaded.state === 'loading' ? first : withRefusal(first, props)
  return (
    <div class="stack">
      <h1>{missing?.title ?? title}</h1>
      {missing ? missing.children : <Loaded {...props} />}
    </div>
  )
}
