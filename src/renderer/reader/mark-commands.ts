import { MARK_COLOURS, markTitle } from '../../shared/case/records/mark.ts'
import type { Command, SubjectCommand } from '../registry/command.ts'
import { all } from '../registry/condition.ts'
import { caseWritable, sourceShown } from '../registry/conditions.ts'
import { runCommand } from '../registry/command.ts'
import { deleteMark, useMarks } from '../state/sources/marks.ts'
import { createQuote } from '../state/sources/quotes.ts'
import { copyWords } from '../state/window/clipboard.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { colourMark, markSelection, tagSelection } from './marking.ts'

const markable = all(caseWritable, sourceShown)

const mark: Command = {
  id: 'mark',
  title: 'Mark the selection',
  keys: 'Mod Alt M',
  when: markable,
  run: () => markSelection()
}

const tag: Command = {
  id: 'tag',
  title: 'Tags of the selection or mark…',
  keys: 'Mod Alt T',
  when: markable,
  run: tagSelection
}

export const markCommands: Command[] = [mark, tag]

/** What single letters and digits do while the reader has the focus. */
export const MARK_LETTERS: Readonly<Record<string, () => void>> = {
  m: () => runCommand(mark),
  t: () => runCommand(tag),
  ...Object.fromEntries(
    MARK_COLOURS.map((colour, index) => [
      String(index + 1),
      () => runCommand({ id: colour, title: colour, when: markable, run: () => colourMark(colour) })
    ])
  )
}

const markOf = (id: string) => useMarks.getState().marks.find((each) => each.id === id)

/** Tags of a source, and of a quote, in their menus. */
export const tagSource: SubjectCommand = {
  id: 'tag-source',
  title: () => 'Tags…',
  when: caseWritable,
  run: (id) => showDialog({ kind: 'tags', subject: { of: 'sources', ids: [id] } })
}

export const tagQuote: SubjectCommand = {
  id: 'tag-quote',
  title: () => 'Tags…',
  when: caseWritable,
  run: (id) => showDialog({ kind: 'tags', subject: { of: 'quote', id } })
}

/** What can be done with a mark where it stands in its source. */
export const markSubjectCommands: SubjectCommand[] = [
  {
    id: 'copy-mark',
    part: 'use',
    title: () => 'Copy the words',
    run: (id) => {
      const found = markOf(id)
      if (found) copyWords(found.target.exact, `“${markTitle(found)}”`)
    }
  },
  {
    id: 'quote-mark',
    part: 'use',
    title: () => 'Quote these words',
    when: caseWritable,
    run: (id) => {
      const found = markOf(id)
      if (found) return createQuote(found.sourceId, found.target.start, found.target.end)
      return undefined
    }
  },
  {
    id: 'tag-mark',
    keys: 'T',
    title: () => 'Tags…',
    when: caseWritable,
    run: (id) => showDialog({ kind: 'tags', subject: { of: 'mark', id } })
  },
  { id: 'delete-mark', part: 'delete', title: () => 'Delete the mark', when: caseWritable, run: deleteMark }
]
