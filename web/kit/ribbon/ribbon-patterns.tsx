/** The patterns that fill all ribbons, once a page. */
export const RibbonPatterns = () => (
  <svg class="ribbon-patterns" width="0" height="0" aria-hidden="true">
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" class="ribbon-hatch-ground" />
      <rect width="1.6" height="6" class="ribbon-hatch-line" />
    </pattern>
  </svg>
)
