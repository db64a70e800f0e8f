type PostmarkProps = {
  readonly place: string
  readonly base: string
  readonly lines: readonly [string, string]
}

/** Squeezes long words, so that they stay inside in any font. */
const fitOf = (words: string, letters: number, room: number) =>
  words.length > letters ? { textLength: room, lengthAdjust: 'spacingAndGlyphs' as const } : {}

/** A postmark: where on the arc, when in the middle. The same is said in words beside it. */
export const Postmark = ({ place, base, lines: [first, second] }: PostmarkProps) => (
  <svg class="postmark" viewBox="0 0 190 140" aria-hidden="true">
    <g fill="none" stroke="currentColor">
      <circle cx="122" cy="70" r="60" stroke-width="3" />
      <circle cx="122" cy="70" r="39" stroke-width="1.6" />
      <path
        d="M2 48q9-7 18 0t18 0 18 0M2 62q9-7 18 0t18 0 18 0M2 76q9-7 18 0t18 0 18 0M2 90q9-7 18 0t18 0 18 0"
        stroke-width="2.2"
      />
      <path class="postmark-arc" id="arc-place" d="M84.8 94a45 45 0 1 1 74.4 0" />
      <path class="postmark-arc" id="arc-base" d="M69.5 84a54.3 54.3 0 0 0 105 0" />
      <path d="M88 54h68M88 87h68" stroke-width="1.2" />
    </g>
    <g class="postmark-words" text-anchor="middle">
      <text font-size="15" letter-spacing="1.5">
        <textPath href="#arc-place" startOffset="50%" {...fitOf(place, 11, 158)}>
          {place.toLocaleUpperCase('fr-FR')}
        </textPath>
      </text>
      <text font-size="10.5" letter-spacing="2.5">
        <textPath href="#arc-base" startOffset="50%">
          {base.toLocaleUpperCase('fr-FR')}
        </textPath>
      </text>
      <text x="122" y="70" font-size="16" font-weight="700" {...fitOf(first, 5, 58)}>
        {first}
      </text>
      <text x="122" y="83" font-size="12" {...fitOf(second, 9, 62)}>
        {second}
      </text>
    </g>
  </svg>
)
