import { expect, it } from 'vitest'
import { MenuCommands } from './menu.ts'

const fine = { id: 'find', label: 'Find…', place: 'edit/find', keys: 'Mod F', enabled: true }
const isTaken = (...commands: object[]): boolean => MenuCommands.safeParse(commands).success

it('takes a command', () => {
  expect(
    isTaken(fine, { ...fine, id: 'find-again', keys: 'Mod Alt Shift F' }, { ...fine, id: 'other', keys: null })
  ).toBe(true)
})

it.each([
  ['an id that is no name', { id: '../find' }],
  ['an endless id', { id: 'a'.repeat(65) }],
  ['no label', { label: '' }],
  ['a label of two lines', { label: 'Find\nQuit' }],
  ['a label with a tab, after which systems show keys', { label: 'Find\tCtrl+Q' }],
  ['a label that turns the direction of writing', { label: 'Find \u202Etiuq' }],
  ['an endless label', { label: 'a'.repeat(81) }],
  ['a menu that there isn’t', { place: 'window/find' }],
  ['a letter alone', { keys: 'F' }],
  ['keys in a form of another’s', { keys: 'CommandOrControl+F' }],
  ['more than one accelerator', { keys: 'Mod F+G' }],
  ['the keys of Quit', { keys: 'Mod Q' }],
  ['the keys of Copy', { keys: 'Mod C' }],
  ['the keys of Paste', { keys: 'Mod V' }]
])('refuses %s', (_what, change) => {
  expect(isTaken({ ...fine, ...change })).toBe(false)
})

it('refuses two of one name, two with the same keys, and more than fit a menu', () => {
  expect(isTaken(fine, { ...fine, keys: 'Mod G' })).toBe(false)
  expect(isTaken(fine, { ...fine, id: 'other' })).toBe(false)
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...fine,
      id: `a-${String.fromCharCode(97 + (i % 26))}${'b'.repeat(Math.floor(i / 26) + 1)}`,
      keys: null
    }))
  expect(isTaken(...many(200))).toBe(true)
  expect(isTaken(...many(201))).toBe(false)
})
