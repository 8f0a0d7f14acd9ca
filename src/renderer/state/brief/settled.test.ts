import type { Editor } from '@tiptap/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenSettled } from './settled.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What of an editor the order of things hangs on. */
function made() {
  const done: string[] = []
  const dom = new EventTarget()
  const view = { composing: false, dom, domObserver: { flush: () => done.push('read what was typed') } }
  const editor = { isDestroyed: false, view }
  const run = (): void => whenSettled(editor as unknown as Editor, () => done.push('drawn'))
  return { done, dom, view, editor, run }
}

test('what was typed is read first', () => {
  const { done, run } = made()
  run()
  expect(done).toEqual(['read what was typed', 'drawn'])
})

test('the end of a composition is waited for, and what then follows it', () => {
  const { done, dom, view, run } = made()
  view.composing = true
  run()
  expect(done).toEqual([])
  view.composing = false
  dom.dispatchEvent(new Event('compositionend'))
  expect(done).toEqual([])
  vi.runAllTimers()
  expect(done).toEqual(['read what was typed', 'drawn'])
})

test('nothing is drawn of an editor that is gone', () => {
  const { done, editor, run } = made()
  editor.isDestroyed = true
  run()
  expect(done).toEqual([])
})
