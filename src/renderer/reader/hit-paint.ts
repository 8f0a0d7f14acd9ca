import { useEffect } from 'react'
import { useHitPlaces } from '../state/search/going.ts'
import type { TextView } from './text/text-view.ts'

/** Paints in a recognised text the words of which the engine wasn't sure. */
export function useDoubtPaint(view: TextView): void {
  useEffect(() => {
    view.paint('doubts', view.text.doubts ?? [])
    return () => view.paint('doubts', [])
  }, [view])
}

/** Paints in the text of a source what the search found there, and the place to which one went. */
export function useHitPaint(view: TextView, sourceId: string): void {
  const of = useHitPlaces((state) => (state.of?.sourceId === sourceId ? state.of : null))
  const places = of?.places
  const now = of?.places[of.at]
  useEffect(() => {
    view.paint('hits', places ?? [])
    return () => view.paint('hits', [])
  }, [view, places])
  useEffect(() => {
    view.paint('hit-now', now ? [now] : [])
    return () => view.paint('hit-now', [])
  }, [view, now])
}
