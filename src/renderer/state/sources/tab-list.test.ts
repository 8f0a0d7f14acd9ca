import { expect, test } from 'vitest'
import { MOST_TABS } from '../../../shared/api/contract.ts'
import { NO_TABS, tabBeside, withoutTabs, withTab, type Tabs } from './tab-list.ts'

const opened = (...ids: string[]): Tabs => ids.reduce(withTab, NO_TABS)

test('a source has one tab, which stands right of the one that was shown before', () => {
  expect(opened('a', 'b', 'c').ids).toEqual(['a', 'b', 'c'])
  expect(opened('a', 'b', 'c', 'a', 'd').ids).toEqual(['a', 'd', 'b', 'c'])
  expect(opened('a', 'b', 'a')).toEqual({ ids: ['a', 'b'], used: ['a', 'b'] })
})

test('of too many tabs the one goes that was used least lately', () => {
  const many = Array.from({ length: MOST_TABS }, (_, n) => `s${n}`)
  const { ids } = opened(...many, 's0', 'new')
  expect(ids).toHaveLength(MOST_TABS)
  expect(ids).toContain('s0')
  expect(ids).not.toContain('s1')
})

test('after a tab is closed the one is shown that was used before', () => {
  const tabs = withoutTabs(opened('a', 'b', 'c', 'a'), new Set(['a']))
  expect(tabs).toEqual({ ids: ['b', 'c'], used: ['c', 'b'] })
})

test('one goes from tab to tab in the order of the row, and round', () => {
  const tabs = opened('a', 'b', 'c')
  expect([tabBeside(tabs, 'a', 1), tabBeside(tabs, 'c', 1), tabBeside(tabs, 'a', -1)]).toEqual(['b', 'a', 'c'])
  expect(tabBeside(opened('a'), 'a', 1)).toBeNull()
  expect(tabBeside(NO_TABS, null, 1)).toBeNull()
})
