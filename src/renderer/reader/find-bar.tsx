import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import { focusPane } from '../state/window/layout.ts'
import { useOwnReader } from '../state/sources/readers.ts'
import { countWords, FindBarFrame, FindRow } from '../ui/find-row.tsx'
import { findAll } from '../ui/find-text.ts'
import { offerStep } from './find-step.ts'
import type { TextView } from './text/text-view.ts'

/** Finds words in the open source. */
export function FindBar({ view }: { view: TextView }) {
  const { text } = view
  const reader = useOwnReader()
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const sought = useDeferredValue(query)
  const found = useMemo(() => findAll(text.text, sought), [text, sought])

  useEffect(() => {
    view.paint('found', found)
    return () => view.paint('found', [])
  }, [view, found])
  useEffect(() => {
    const now = found[index]
    let wanted = true
    // Once this drawing is over, as the place's surroundings have to be drawn first.
    queueMicrotask(() => {
      if (!wanted || !now) return
      view.show(now)
      view.paint('found-now', [now])
    })
    return () => {
      wanted = false
      view.paint('found-now', [])
    }
  }, [view, found, index])

  const close = (): void => {
    reader.setState({ finding: false })
    focusPane('reader')
  }
  const go = useCallback(
    (step: 1 | -1): void => setIndex((at) => (found.length === 0 ? 0 : (at + step + found.length) % found.length)),
    [found]
  )
  useEffect(() => offerStep(reader, go), [reader, go])
  return (
    <FindBarFrame onClose={close}>
      <FindRow
        label="Find in this source"
        value={query}
        onChange={(value) => {
          setQuery(value)
          setIndex(0)
        }}
        count={query.trim() === '' ? '' : countWords(index, found.length)}
        onStep={go}
        onClose={close}
      />
    </FindBarFrame>
  )
}
