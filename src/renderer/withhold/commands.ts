import type { Command } from '../registry/command.ts'
import { briefShown, briefWritable } from '../registry/conditions.ts'
import { showDialog } from '../state/dialogs.ts'
import { withholdSelection, withholdStatement } from '../state/withhold-choice.ts'

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
