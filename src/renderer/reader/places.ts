import { useEffect, useLayoutEffect } from 'react'
import { paragraphAt } from '../../shared/source/source.ts'
import { readingPlace, rememberPlace } from '../state/sources/reading-places.ts'
import { activeReader, useInReader, useOwnReader } from '../state/sources/readers.ts'
import type { TextView } from './text/text-view.ts'

/** Gives a text that has come the focus that the pane held for it. */
export function useHeldFocus(article: React.RefObject<HTMLElement | null>): void {
  const reader = useOwnReader()
  useLayoutEffect(() => {
    if (reader === activeReader() && document.activeElement?.matches('[data-pane="reader"]'))
      article.current?.focus({ preventScroll: true })
  }, [reader, article])
}

/** How long a passage stays painted after one has jumped to it. */
const FLASH_MS = 1800

/** Scrolls to the passage that was jumped to and paints it for a moment. */
export function usePassage(
  view: TextView,
  scroller: HTMLElement | null,
  article: React.RefObject<HTMLElement | null>
): void {
  const reader = useOwnReader()
  const passage = useInReader((state) => state.passage)
  useLayoutEffect(() => {
    if (!passage || !scroller) return
    let wanted = true
    // Once this drawing is over, as the passage's surroundings have to be drawn first.
    queueMicrotask(() => {
      if (!wanted) return
      const { quoteId } = passage
      view.show(passage, quoteId === undefined ? 'middle' : 'nearest')
      const mark = quoteId === undefined ? null : view.markOf(passage, quoteId)
      if (!mark) view.paint('passage', [passage])
      const target = mark ?? article.current
      if (reader === activeReader()) target?.focus({ preventScroll: true })
    })
    const timer = setTimeout(() => view.paint('passage', []), FLASH_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
      view.paint('passage', [])
    }
  }, [passage, reader, view, scroller, article])
}

/** How far below the pane's top the paragraph is looked for whose number is told, in pixels. */
const NUMBER_BELOW = 60
/** How far below the pane's top the text stands that one comes back to. */
const PLACE_BELOW = 12

/** Goes to where one was in a source, and keeps where one is, and the number of the topmost paragraph that shows. */
export function useReadingPlace(view: TextView, scroller: HTMLElement | null, sourceId: string): void {
  const reader = useOwnReader()
  useLayoutEffect(() => {
    if (!scroller) return
    const place = readingPlace(sourceId)
    let wanted = true
    // Once this drawing is over, as the place's surroundings have to be drawn first.
    queueMicrotask(() => {
      if (wanted && place > 0 && reader.getState().passage === null) view.scrollTo(place, PLACE_BELOW)
    })
    rememberPlace(sourceId, place)
    return () => {
      wanted = false
    }
  }, [reader, view, scroller, sourceId])
  useEffect(() => {
    if (!scroller) return
    let due = 0
    const measure = (): void => {
      due = 0
      const at = view.topOffset(NUMBER_BELOW)
      rememberPlace(sourceId, view.topOffset(PLACE_BELOW))
      reader.setState({ paragraph: at === 0 ? null : paragraphAt(view.text.blocks, at) })
    }
    const onScroll = (): void => {
      if (due === 0) due = requestAnimationFrame(measure)
    }
    scroller.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(due)
      scroller.removeEventListener('scroll', onScroll)
    }
  }, [reader, view, scroller, sourceId])
}
