import type { Feature } from '../registry/feature.ts'
import { commands, takeLetters } from './commands.ts'

export const readerFeature = {
  commands,
  keys: [
    ['← →', 'Cursor to the previous, next sentence of the source'],
    ['↑ ↓', 'Cursor to the previous, next paragraph'],
    ['Ctrl ← →', 'Cursor to the previous, next word'],
    ['Shift ← → ↑ ↓', 'Mark by sentence, by paragraph; with Ctrl by word'],
    ['Q', 'Quote what is marked, or the sentence at the cursor'],
    ['Tab', 'Through the quotes of the source, from its text; Enter opens what is known of one'],
    ['N', 'Next quote of the source'],
    ['P', 'Previous quote of the source'],
    ['Esc', 'Back to where one was, in the reader']
  ],
  start: takeLetters
} satisfies Feature
