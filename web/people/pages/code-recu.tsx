import { useEffect, useState } from 'preact/hooks'
import { Digits } from '../../kit/digits.tsx'
import { goInstead } from '../../kit/go.ts'
import { Loading } from '../../kit/loading.tsx'
import type { Page, ViewProps } from '../../kit/page.ts'
import { tabMemory } from '../../kit/tab-memory.ts'
import { findWaitingTab, takeCodeOfLink } from '../code-link.ts'
import { codeLink as words } from '../words/fr/code-link.ts'

/** The code, once no other tab waits for it; null when the address has none. */
const useCode = (query: URLSearchParams | undefined): string | null | undefined => {
  const [code, setCode] = useState<string | null>()
  useEffect(() => {
    if (!query) return
    const taken = takeCodeOfLink()
    if (!taken) return setCode(null)
    findWaitingTab().then((tab) => {
      if (!tab) return setCode(taken)
      tabMemory.keepVisitor(tab.visitor)
      goInstead(`${tab.address}#${taken}`)
    })
  }, [query])
  return code
}

/** The link in the message opens this page; it hands the code to the waiting tab, or shows it. */
const View = ({ query }: ViewProps) => {
  const code = useCode(query)
  return (
    <div class="narrow stack">
      <h1>{words.title}</h1>
      {code === undefined && <Loading />}
      {code === null && <p class="lead">{words.absent}</p>}
      {code && (
        <>
          <Digits code={code} />
          <p class="lead">{words.lead}</p>
        </>
      )}
      {code !== undefined && <p>{words.notAsked}</p>}
    </div>
  )
}

export const page: Page = { title: words.title, enhanced: true, View }
