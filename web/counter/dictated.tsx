import { Digits } from '../kit/digits.tsx'
import { dictation as words } from './words/fr/dictation.ts'

/** A reference as it is dictated by telephone, sign by sign. */
export const Dictated = ({ reference }: { reference: string }) => {
  const code = reference.replace('-', '')
  return (
    <div>
      <Digits code={code} />
      <p>
        {words.lead} {words.words(code)}
      </p>
    </div>
  )
}
