import { useMemo } from 'react'
import { OriginalView } from '../parts/original/original-view.tsx'
import { canShowOriginal } from '../parts/original/original-state.ts'
import { useCase } from '../state/case/case.ts'
import { focusPane } from '../state/window/layout.ts'
import { useInReader, useOwnReader } from '../state/sources/readers.ts'
import { ToggleButton } from '../ui/button.tsx'
import type { Source } from '../../shared/source/source.ts'
import type { TextView } from './text/text-view.ts'

/** Whether the original of a source is shown, and where. */
export function useOriginalPlace(source: Source): 'off' | 'beside' | 'instead' {
  const place = useInReader((state) => state.originalPlace)
  return canShowOriginal(source.original.mediaType) ? place : 'off'
}

/** Shows the original of the open source, or hides it; nothing for one that can't be shown. */
export function OriginalToggle({ source }: { source: Source }) {
  const reader = useOwnReader()
  const place = useOriginalPlace(source)
  if (!canShowOriginal(source.original.mediaType)) return null
  return (
    <ToggleButton
      label="Original beside the text"
      isSelected={place !== 'off'}
      onChange={(on) => reader.setState({ originalPlace: on ? 'beside' : 'off' })}
    >
      Original
    </ToggleButton>
  )
}

/** The original of the open source, docked beside its text. */
export function OriginalDock({ source, view }: { source: Source; view: TextView }) {
  const { text } = view
  const reader = useOwnReader()
  const all = useCase((state) => state.quotes)
  const quotes = useMemo(
    () => [...all.values()].filter((quote) => quote.sourceId === source.id && quote.target.textSha256 === text.sha256),
    [all, source.id, text.sha256]
  )
  const select = (range: { start: number; end: number }): void => {
    view.show(range, 'nearest')
    view.select(range.start, range.end)
    // Where the text is out of sight the browser selects nothing in it.
    reader.setState({ selection: range })
  }
  return (
    <OriginalView source={source} text={text} quotes={quotes} onSelect={select} onLeave={() => focusPane('reader')} />
  )
}
