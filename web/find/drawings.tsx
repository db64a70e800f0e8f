import type { ComponentChildren } from 'preact'

const Drawing = ({ children }: { children: ComponentChildren }) => (
  <svg class="stamp-drawing" viewBox="0 0 64 64" aria-hidden="true">
    {children}
  </svg>
)

export const DeskDrawing = () => (
  <Drawing>
    <path class="stamp-wash" d="M9 8h20v18H9zM25 31h19v13H25z" />
    <path d="M9 8h20v18H9zM19 8v18M9 17h20M4 47h56M10 47v12M54 47v12M25 44V31h19v13M21 47l2-3h23l2 3" />
    <path d="M55 47V26l-8-9M41 20l9-9 3 7-5 5zM11 47v-7h7v7M18 42q3 0 3 2t-3 2" />
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
    <path d="M32 1v2M25 9q0-6 7-6t7 6z" />
  </Drawing>
)

export const WorkshopDrawing = () => (
  <Drawing>
    <path class="stamp-wash" d="M10 12h44v28H10z" />
    <path d="M10 12h44v28H10zM26 50h12M32 40v10M20 56h24" />
    <path d="M18 20h16M18 26h10" />
    <path d="M36 24l12 5-5 2 3 5-3 1.5-3-5-4 3z" />
  </Drawing>
)
