import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lookAtToasts, showMessage, useToasts } from './toasts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  lookAtToasts(false)
  vi.useRealTimers()
})

const shown = (): string[] => useToasts.getState().toasts.map(({ text }) => text)

it('goes after a while, but not while it is looked at', () => {
  showMessage('Quote Q1 was deleted.')
  lookAtToasts(true)
  vi.advanceTimersByTime(60_000)
  expect(shown()).toEqual(['Quote Q1 was deleted.'])
  lookAtToasts(false)
  vi.advanceTimersByTime(2_000)
  expect(shown()).toEqual([])
})

it('shows once what is said again, and leaves what offers something to do', () => {
  useToasts.setState({ toasts: [] })
  showMessage('S1 put into the trash.', { label: 'Undo', run: () => undefined })
  for (let time = 1; time <= 5; time++) showMessage('That was the last hit.')
  showMessage('S1 put into the trash.', { label: 'Undo', run: () => undefined })
  expect(shown()).toEqual(['S1 put into the trash.', 'That was the last hit.', 'S1 put into the trash.'])
})
