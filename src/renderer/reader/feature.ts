import { sourceShown } from '../registry/conditions.ts'
import type { Feature } from '../registry/feature.ts'
import { useReader } from '../state/sources/readers.ts'
import { commands, openFind, quoteCommands, sourceCommands, takeLetters } from './commands.ts'
import { stepFind } from './find-step.ts'

export const readerFeature = {
  area: 'reader',
  commands,
  subjectCommands: { source: sourceCommands, quote: quoteCommands },
  finder: {
    pane: 'reader',
    when: sourceShown,
    open: openFind,
    isOpen: () => useReader.getState().finding,
    step: (by) => void (stepFind(by) || openFind())
  },
  keys: [
    ['← →', 'Cursor to the previous, next sentence of the source'],
    ['↑ ↓', 'Cursor to the previous, next paragraph'],
    ['Ctrl ← →', 'Cursor to the previous, next word'],
    ['Shift ← → ↑ ↓', 'Mark by sentence, by paragraph; with Ctrl by word'],
    ['Q', 'Quote what is marked, or the sentence at the cursor'],
    ['Tab', 'Through the quotes of the source, from its text; Enter opens what is known of one'],
    ['N', 'Next quote of the source'],
    ['P', 'Previous quote of the source'],
    ['+ − 0', 'On the original: larger, smaller, as wide as the pane; ← → to the page before, the next'],
    ['Del', 'On a tab: closes it; ← → to the tab before, the next'],
    ['Esc', 'Back to where one was']
  ],
  start: takeLetters
} satisfies Feature
