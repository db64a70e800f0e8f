import type { ComponentChildren } from 'preact'

const Drawing = ({ children }: { children: ComponentChildren }) => (
  <svg class="stamp-drawing" viewBox="0 0 64 64" aria-hidden="true">
    {children}
  </svg>
)

export const DeskDrawing = () => (
  <Drawing>
    <path class="stamp-wash" d="M12 8h22v20H12z" />
    <path d="M12 8h22v20H12zM23 8v20M12 18h22M6 42h52M11 42v14M53 42v14" />
    <path d="M30 42l3-12h16l-3 12M51 42l-2-3M46 12l6 7-7 6M52 19l4 23" />
    <path d="M14 42v-6h9v6M23 37q4 0 4 2.500t-4 2.500" />
  </Drawing>
)

export const RoomDrawing = () => (
  <Drawing>
    <path class="stamp-wash" d="M8 38h48l-5 8H13z" />
    <path d="M8 38h48l-5 8H13zM17 46v11M47 46v11" />
    <circle cx="16" cy="21" r="5" />
    <circle cx="32" cy="16" r="5" />
    <circle cx="48" cy="21" r="5" />
    <path d="M8 38q0-10 8-10t8 10M24 36q0-13 8-13t8 13M40 38q0-10 8-10t8 10" />
    <path d="M27 6h10M32 3v6" />
  </Drawing>
)

export const WorkshopDrawing = () => (
  <Drawing>
    <path class="stamp-wash" d="M10 12h44v28H10z" />
    <path d="M10 12h44v28H10zM26 50h12M32 40v10M20 56h24" />
    <path d="M18 20h16M18 26h10" />
    <path d="M36 24l12 5-5 2 3 5-3 1.500-3-5-4 3z" />
  </Drawing>
)
