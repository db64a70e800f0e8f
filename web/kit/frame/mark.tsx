/** The mark: a postmark with its cancelling waves. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 40 40" aria-hidden="true">
    <g fill="none" stroke="currentColor">
      <circle cx="20" cy="20" r="16" stroke-width="2.2" />
      <path
        d="M2 17q3-2.4 6 0t6 0 6 0 6 0 6 0 6 0M2 24q3-2.4 6 0t6 0 6 0 6 0 6 0 6 0"
        stroke-width="1.6"
        stroke-linecap="round"
      />
    </g>
    <text class="mark-letter" x="20" y="26.4" text-anchor="middle" font-size="18" font-weight="700">
      R
    </text>
  </svg>
)
