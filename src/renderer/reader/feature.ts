import type { Feature } from '../registry/feature.ts'
import { commands, takeLetters } from './commands.ts'

export const readerFeature = {
  commands,
  keys: [
    ['Q', 'Quote the selection, while the reader has the focus'],
    ['Esc', 'Back to where one was, in the reader']
  ],
  start: takeLetters
} satisfies Feature
