import { options } from 'preact'
import { addressHere } from './address-here.ts'

const ADDRESSES = { a: 'href', form: 'action' } as const

type Props = Record<string, unknown>

/** Links and forms lead to pages in the language of the page that they are on. */
export const keepLanguage = (): void => {
  if (process.env.RESTANTE_LANGUAGE !== 'en') return
  const before = options.vnode
  options.vnode = (vnode) => {
    if (vnode.type === 'a' || vnode.type === 'form') {
      const props = vnode.props as Props
      const name = ADDRESSES[vnode.type]
      if (typeof props[name] === 'string' && props.hreflang === undefined)
        props[name] = addressHere(props[name])
    }
    before?.(vnode)
  }
}
