import { useEffect, useState } from 'preact/hooks'

const isTouch = (event: Event): boolean => event instanceof PointerEvent && event.pointerType === 'touch'

const lightOf = ({ target }: Event): string | undefined =>
  (target instanceof Element && target.closest<HTMLElement | SVGElement>('[data-light]')?.dataset.light) ||
  undefined

/** Elements in the page with the same `data-light` are doubles; those of the lit one have `data-lit`. */
const show = (light: string | undefined): void => {
  for (const each of document.querySelectorAll('[data-lit]')) each.removeAttribute('data-lit')
  if (!light) return
  for (const each of document.querySelectorAll(`[data-light="${CSS.escape(light)}"]`))
    each.setAttribute('data-lit', '')
}

/**
 * What the pointer or the focus is on lights up in the list and on the map alike. A finger leaves it lit until
 * it touches another.
 */
export const useLights = (): string | undefined => {
  const [lit, setLit] = useState<string>()
  useEffect(() => {
    const light = (event: Event) => {
      const found = lightOf(event)
      if (found) setLit(found)
    }
    const leave = (event: Event) => {
      if (!isTouch(event) && lightOf(event)) setLit(undefined)
    }
    const events = [
      ['pointerover', light],
      ['focusin', light],
      ['click', light],
      ['pointerout', leave],
      ['focusout', leave],
    ] as const
    for (const [name, listener] of events) document.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of events) document.removeEventListener(name, listener)
    }
  }, [])
  useEffect(() => show(lit))
  return lit
}
