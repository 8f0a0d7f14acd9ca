import type { Feature } from '../registry/feature.ts'
import { commands } from './commands.ts'
import { startSearch } from './start.ts'

export const findFeature = {
  commands,
  keys: [
    ['↓', 'From the search to what it found'],
    ['Enter', 'Open what was found, at its first hit']
  ],
  start: startSearch
} satisfies Feature
