import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

type NoticeProps = {
  readonly title: string
  readonly children?: ComponentChildren
  readonly tone?: 'wax' | 'free'
}

/** A notice takes the focus, so that keyboards and screen readers are there at once. */
export const Notice = ({ title, children, tone = 'wax' }: NoticeProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [title])
  return (
    <section class={`notice notice-${tone}`}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  )
}
