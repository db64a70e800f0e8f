import { useEffect } from 'preact/hooks'

/** Read out by screen readers, without moving the focus. */
export const useAnnouncement = (words: string | undefined): void => {
  useEffect(() => {
    const region = document.getElementById('announcement')
    if (!region || !words) return undefined
    region.textContent = words
    // Otherwise screen readers meet the words a second time at the end of the page.
    const clearing = setTimeout(() => region.replaceChildren(), 5000)
    return () => clearTimeout(clearing)
  }, [words])
}
