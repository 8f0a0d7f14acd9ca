import type { Command, SubjectCommand } from '../registry/command.ts'
import { all } from '../registry/condition.ts'
import { caseWritable, sourceShown } from '../registry/conditions.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { useReader } from '../state/sources/readers.ts'
import { showDialog } from '../state/window/dialogs.ts'

/** Grades the source that is read. */
const gradeSource: Command = {
  id: 'grade-source',
  title: 'Grade the source…',
  menu: { place: 'verify', label: 'Grade of the Source…' },
  keys: 'Mod Alt G',
  area: 'reader',
  when: all(caseWritable, sourceShown),
  run: () => {
    const id = useReader.getState().sourceId
    if (id !== null) showDialog({ kind: 'grade', subject: { of: 'source', id } })
  }
}

export const commands = [gradeSource]

export const sourceCommands: SubjectCommand[] = [
  {
    id: 'grade',
    title: (id) => `Grade ${sourceRow(useCase.getState().sources, id)?.key ?? 'the source'}…`,
    when: caseWritable,
    run: (id) => showDialog({ kind: 'grade', subject: { of: 'source', id } })
  }
]

export const quoteCommands: SubjectCommand[] = [
  {
    id: 'grade',
    title: (id) => `Grade ${useCase.getState().quotes.get(id)?.key ?? 'the quote'}…`,
    when: caseWritable,
    run: (id) => showDialog({ kind: 'grade', subject: { of: 'quote', id } })
  }
]
