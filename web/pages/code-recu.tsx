import { useEffect, useState } from 'preact/hooks'
import { findAwaiting, takeCodeOfLink } from '../code-link.ts'
import { Digits } from '../components/door-code/digits.tsx'
import { Waiting } from '../components/waiting/waiting.tsx'
import { codeLink as words } from '../messages/fr/code-link.ts'
import type { Page, ViewProps } from '../page.ts'
import { tabMemory } from '../tab-memory.ts'

/** The code, once it is known that no tab of this browser waits for it: null where the address has none. */
const useCode = (query: URLSearchParams | undefined): string | null | undefined => {
  const [code, setCode] = useState<string | null>()
  useEffect(() => {
    if (!query) return
    const taken = takeCodeOfLink()
    if (!taken) return setCode(null)
    findAwaiting().then((awaiting) => {
      if (!awaiting) return setCode(taken)
      tabMemory.keepVisitor(awaiting.visitor)
      location.replace(`${awaiting.address}#${taken}`)
    })
  }, [query])
  return code
}

/** What the link of a code's message opens: it goes on where the code is waited for, or shows it. It signs nobody in. */
const View = ({ query }: ViewProps) => {
  const code = useCode(query)
  return (
    <div class="narrow stack">
      <h1>{words.title}</h1>
      {code === undefined && <Waiting />}
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
