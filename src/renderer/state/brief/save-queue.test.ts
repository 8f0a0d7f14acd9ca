import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Result } from '../../../shared/errors/errors.ts'
import { SaveQueue, type SaveState } from './save-queue.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

function harness() {
  let text = ''
  const sent: string[] = []
  const states: SaveState['phase'][] = []
  const answers: ((result: Result<{ savedAt: string }>) => void)[] = []
  const queue = new SaveQueue<string>({
    take: () => text,
    send: (value) => {
      sent.push(value)
      return new Promise((resolve) => answers.push(resolve))
    },
    onState: (state) => states.push(state.phase)
  })
  return {
    queue,
    sent,
    states,
    write(value: string) {
      text = value
      queue.touch()
    },
    async answer(ok = true) {
      answers.shift()!(
        ok ? { ok: true, value: { savedAt: 'now' } } : { ok: false, error: { code: 'disk-full', message: 'Full.' } }
      )
      await vi.advanceTimersByTimeAsync(0)
    }
  }
}

test('saves once after 300 ms of quiet and says saved only after the acknowledgement', async () => {
  const { queue, sent, states, write, answer } = harness()
  write('a')
  await vi.advanceTimersByTimeAsync(200)
  write('ab')
  await vi.advanceTimersByTimeAsync(299)
  expect(sent).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(sent).toEqual(['ab'])
  expect(states).toEqual(['waiting', 'saving'])
  expect(queue.unsaved).toBe(true)
  await answer()
  expect(states.at(-1)).toBe('saved')
  expect(queue.unsaved).toBe(false)
})

test('saves at the latest after two seconds of steady typing', async () => {
  const { sent, write } = harness()
  for (let at = 0; at < 2000; at += 100) {
    write(String(at))
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(sent).toEqual(['1900'])
})

test('a change during a save is saved after it, and saved is not said in between', async () => {
  const { queue, sent, states, write, answer } = harness()
  write('a')
  await vi.advanceTimersByTimeAsync(300)
  write('ab')
  await vi.advanceTimersByTimeAsync(5000)
  expect(sent).toEqual(['a'])
  await answer()
  expect(states).not.toContain('saved')
  expect(queue.unsaved).toBe(true)
  await vi.advanceTimersByTimeAsync(300)
  expect(sent).toEqual(['a', 'ab'])
  await answer()
  expect(states.at(-1)).toBe('saved')
})

test('a failed save keeps the change; flush tries again', async () => {
  const { queue, sent, states, write, answer } = harness()
  write('a')
  await vi.advanceTimersByTimeAsync(300)
  await answer(false)
  expect(states.at(-1)).toBe('failed')
  expect(queue.unsaved).toBe(true)
  const flushed = queue.flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toEqual(['a', 'a'])
  await answer()
  expect(await flushed).toBe(true)
  expect(states.at(-1)).toBe('saved')
})

test('a change made during a save that fails is tried again with the next change', async () => {
  const { queue, sent, write, answer } = harness()
  write('a')
  await vi.advanceTimersByTimeAsync(300)
  write('ab')
  await answer(false)
  write('abc')
  await vi.advanceTimersByTimeAsync(300)
  expect(sent).toEqual(['a', 'abc'])
  await answer()
  expect(queue.unsaved).toBe(false)
})

test('flush waits for the save under way, then saves what came since', async () => {
  const { queue, sent, write, answer } = harness()
  write('a')
  await vi.advanceTimersByTimeAsync(300)
  write('ab')
  const flushed = queue.flush()
  await answer()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toEqual(['a', 'ab'])
  await answer()
  expect(await flushed).toBe(true)
})

test('an exception on the way is a failed save, not a lost one', async () => {
  const states: SaveState[] = []
  const queue = new SaveQueue<string>({
    take: () => 'a',
    send: () => Promise.reject(new Error('gone')),
    onState: (state) => states.push(state)
  })
  queue.touch()
  expect(await queue.flush()).toBe(false)
  expect(states.at(-1)?.phase).toBe('failed')
  expect(queue.unsaved).toBe(true)
})
