import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { focusPane } from '../state/window/layout.ts'
import { useReader } from '../state/sources/reader.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { findAll, MOST_MATCHES } from './find.ts'
import type { TextView } from './text/text-view.ts'

/** Finds words in the open source. */
export function FindBar({ view }: { view: TextView }) {
  const { text } = view
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
