import type { ComponentType } from 'preact'

export type ViewProps = {
  /** Absent in the prerendered page and in the first rendering over it. */
  readonly query: URLSearchParams | undefined
}

/** One address of the site. `enhanced` pages load their script; the others are whole as they are. */
export type Page = {
  readonly title: string
  readonly description?: string
  readonly enhanced: boolean
  readonly View: ComponentType<ViewProps>
}
