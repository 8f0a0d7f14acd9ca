import { expect, test } from 'vitest'
import { matchesKeys, shownKeys } from './keys.ts'

const stroke = (key: string, ...held: ('ctrl' | 'meta' | 'alt' | 'shift')[]) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift')
})

test('Mod is Ctrl, and Cmd on a Mac', () => {
  expect(matchesKeys(stroke('k', 'ctrl'), 'Mod K', false)).toBe(true)
  expect(matchesKeys(stroke('k', 'meta'), 'Mod K', false)).toBe(false)
  expect(matchesKeys(stroke('k', 'meta'), 'Mod K', true)).toBe(true)
})

test('held keys must be exactly those', () => {
  expect(matchesKeys(stroke('I', 'ctrl', 'shift'), 'Mod Shift I', false)).toBe(true)
  expect(matchesKeys(stroke('I', 'ctrl', 'shift'), 'Mod I', false)).toBe(false)
  expect(matchesKeys(stroke('F6', 'shift'), 'F6', false)).toBe(false)
  expect(matchesKeys(stroke('i', 'ctrl', 'alt'), 'Mod I', false)).toBe(false)
})

test('with Alt a key counts by its place where the machine writes another sign by it', () => {
  expect(matchesKeys({ ...stroke('¡', 'meta', 'alt'), code: 'Digit1' }, 'Mod Alt 1', true)).toBe(true)
  expect(matchesKeys({ ...stroke('1', 'ctrl', 'alt'), code: 'Digit1' }, 'Mod Alt 1', false)).toBe(true)
  expect(matchesKeys({ ...stroke('1', 'ctrl', 'alt'), code: 'Digit1' }, 'Mod 1', false)).toBe(false)
  // AltGr writes: the browser tells of it without Ctrl and Alt.
  expect(matchesKeys({ ...stroke('#'), code: 'Digit3' }, 'Mod Alt 3', false)).toBe(false)
})

test('a sign that needs Shift on some keyboards matches with and without', () => {
  expect(matchesKeys(stroke('?', 'shift'), '?', false)).toBe(true)
  expect(matchesKeys(stroke('?'), '?', false)).toBe(true)
})

test('keys are shown as the machine names them', () => {
  expect(shownKeys('Mod Shift Q', false)).toBe('Ctrl Shift Q')
  expect(shownKeys('Mod Shift Q', true)).toBe('⌘ ⇧ Q')
})
