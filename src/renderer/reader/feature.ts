import { sourceShown } from '../registry/conditions.ts'
import type { Feature } from '../registry/feature.ts'
import { startMarks } from '../state/sources/marks.ts'
import { useReader } from '../state/sources/readers.ts'
import { commands, openFind, quoteCommands, sourceCommands, takeLetters } from './commands.ts'
import { markSubjectCommands, tagQuote, tagSource } from './mark-commands.ts'
import { stepFind } from './find-step.ts'
import { TagsDialog, type TagSubject } from './tags-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    tags: { subject: TagSubject }
  }
}

export const readerFeature = {
  area: 'reader',
  commands,
  subjectCommands: {
    source: [...sourceCommands, tagSource],
    quote: [...quoteCommands, tagQuote],
    mark: markSubjectCommands
  },
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
    ['M', 'Mark what is selected, or the sentence at the cursor'],
    ['T', 'Tags of what is selected, or of the mark that is chosen'],
    ['1 – 6', 'Colour of the mark that is chosen, or mark in that colour'],
    ['Q', 'Quote what is marked, or the sentence at the cursor'],
    [
      'Tab',
      'Through the quotes and suggested quotes of the source, from its text; Enter opens what is known of a quote'
    ],
    ['N', 'Next quote of the source'],
    ['P', 'Previous quote of the source'],
    ['+ − 0', 'On the original: larger, smaller, as wide as the pane; ← → to the page before, the next'],
    ['Home End', 'On a tab: to the first, the last; ← → to the one before, the next; Delete closes it'],
    ['Esc', 'Back to where one was']
  ],
  dialogs: { tags: TagsDialog },
  start: () => {
    const stop = [takeLetters(), startMarks()]
    return () => {
      for (const end of stop) end()
    }
  }
} satisfies Feature
