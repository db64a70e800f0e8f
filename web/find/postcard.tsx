import { Postmark } from '../kit/postmark/postmark.tsx'
import { Ribbon, RibbonScale } from '../kit/ribbon/ribbon.tsx'
import { common } from '../kit/words/fr/common.ts'
import { home } from './words/fr/home.ts'

const FREE = [['08:00', '14:00']] as const
const COUNTER = [['14:00', '18:00']] as const

/** The idea of the service in one picture: an ordinary day of a post office, sent as a postcard. */
export const Postcard = () => (
  <section class="postcard">
    <div class="postcard-message">
      <h2>{home.exampleTitle}</h2>
      <p class="postcard-day">
        <span class="free">{home.exampleFree}</span>
        <span>{home.exampleCounter}</span>
      </p>
      <div>
        <Ribbon counter={COUNTER} open={[]} free={FREE} />
        <RibbonScale />
      </div>
      <p>{home.exampleText}</p>
    </div>
    <div class="postcard-address" aria-hidden="true">
      <Postmark {...home.postmark} base={common.brand} />
      {home.postcard.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  </section>
)
