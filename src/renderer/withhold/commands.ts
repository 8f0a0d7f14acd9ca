import type { Command, SubjectCommand } from '../registry/command.ts'
import { briefShown, briefWritable } from '../registry/conditions.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { useBrief } from '../state/brief/brief.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { withholdSelection, withholdSource, withholdStatement } from '../state/brief/withhold-choice.ts'
import { withheldSource } from '../state/brief/withheld.ts'

export const commands: Command[] = [
  { id: 'withhold', title: 'Withhold the selected words…', when: briefWritable, run: withholdSelection },
  {
    id: 'withhold-statement',
    title: 'Withhold this statement, or show it again',
    when: briefWritable,
    run: withholdStatement
  },
  {
    id: 'withheld',
    title: 'Withheld in redacted exports…',
    when: briefShown,
    run: () => showDialog({ kind: 'withheld', fromExport: false })
  }
]

export const sourceCommands: SubjectCommand[] = [
  {
    id: 'withhold-source',
    title: (id) => {
      const key = sourceRow(useCase.getState().sources, id)?.key ?? ''
      return withheldSource(useBrief.getState().withheld, id)
        ? `Show ${key} in redacted exports again`
        : `Withhold ${key} in redacted exports…`
    },
    when: briefWritable,
    run: withholdSource
  }
]
