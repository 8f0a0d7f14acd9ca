import { useEffect, useState } from 'react'
import type { Failure } from '../../../shared/errors/errors.ts'
import type { Source } from '../../../shared/source/source.ts'
import { request } from '../../state/window/bridge.ts'
import { DrawingThread } from './drawing/drawing-thread.ts'
import type { PageSize } from './drawing/messages.ts'
import { pageTextOf, type PageText } from './page-text.ts'
import type { PlacedText } from './drawing/messages.ts'

/** A page's words, placed and joined. */
export interface ReadPage {
  items: PlacedText[]
  page: PageText
}

/** An original that is being shown. */
export interface Drawing {
  thread: DrawingThread
  pages: PageSize[]
  /** How many pages the file says it has. */
  count: number
  /** The words of a page, from 1, read once; null where they can't be read. */
  read: (page: number) => Promise<ReadPage | null>
}

export type DrawingState =
  { phase: 'opening' } | { phase: 'shown'; drawing: Drawing } | { phase: 'failed'; failure: Failure }

/** Opens the original of a source in a thread of its own, and ends that when it isn't shown any more. */
export function useDrawing(source: Source): DrawingState {
  const { id } = source
  const { name, mediaType } = source.original
  const [state, setState] = useState<{ of: string; state: DrawingState }>({ of: '', state: { phase: 'opening' } })
  useEffect(() => {
    let wanted = true
    let thread: DrawingThread | null = null
    const tell = (told: DrawingState): void => {
      if (wanted) setState({ of: id, state: told })
    }
    void (async () => {
      const original = await request('original.read', { id })
      if (!wanted) return
      if (!original.ok) return tell({ phase: 'failed', failure: original.error })
      thread = new DrawingThread(name)
      const opened = await thread.open(original.value.bytes, mediaType)
      if (!opened.ok) tell({ phase: 'failed', failure: opened.failure })
      else tell({ phase: 'shown', drawing: { thread, ...opened.value, read: reader(thread) } })
    })()
    return () => {
      wanted = false
      thread?.close()
    }
  }, [id, name, mediaType])
  return state.of === id ? state.state : { phase: 'opening' }
}

function reader(thread: DrawingThread): Drawing['read'] {
  const known = new Map<number, Promise<ReadPage | null>>()
  return (number) => {
    const read = known.get(number) ?? readPage(thread, number)
    known.set(number, read)
    return read
  }
}

async function readPage(thread: DrawingThread, number: number): Promise<ReadPage | null> {
  const read = await thread.text(number)
  // What can't be read can't be drawn either, and the page says so.
  return read.ok ? { items: read.value, page: pageTextOf(read.value) } : null
}
