import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { focusPane } from '../state/window/layout.ts'
import { useReader } from '../state/sources/reader.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { highlight, rangeFinder, scrollToRange } from './dom.ts'
import { findAll, MOST_MATCHES } from './find.ts'

/** Finds words in the open source. */
export function FindBar() {
  const text = useReader((state) => state.text)!
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const sought = useDeferredValue(query)
  const found = useMemo(() => findAll(text.text, sought), [text, sought])

  useEffect(() => {
    const article = document.querySelector<HTMLElement>('[data-pane="reader"] article')
    if (!article) return
    const rangeOf = rangeFinder(article)
    const ranges = found.flatMap((range) => rangeOf(range) ?? [])
    highlight('found', ranges)
    const now = ranges[index]
    highlight('found-now', now ? [now] : [])
    if (now) scrollToRange(now)
    return () => {
      highlight('found', [])
      highlight('found-now', [])
    }
  }, [found, index, text])

  const close = (): void => {
    useReader.setState({ finding: false })
    focusPane('reader')
  }
  const go = (step: number): void =>
    setIndex((at) => (found.length === 0 ? 0 : (at + step + found.length) % found.length))
  return (
    <div
      className="find-bar"
      role="search"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <SearchField
        aria-label="Find in this source"
        value={query}
        autoFocus
        onChange={(value) => {
          setQuery(value)
          setIndex(0)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
          else if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
          else event.continuePropagation()
        }}
      >
        <Input className="input" placeholder="Find in this source" />
      </SearchField>
      <span className="find-count" role="status">
        {query.trim() === ''
          ? ''
          : found.length === 0
            ? 'Not found'
            : `${index + 1} of ${found.length}${found.length === MOST_MATCHES ? ' or more' : ''}`}
      </span>
      <IconButton label="Previous" keys="Shift Enter" onPress={() => go(-1)}>
        <Icon name="up" />
      </IconButton>
      <IconButton label="Next" keys="Enter" onPress={() => go(1)}>
        <Icon name="down" />
      </IconButton>
      <IconButton label="Close" keys="Esc" onPress={close}>
        <Icon name="close" />
      </IconButton>
    </div>
  )
}
