import type { Command, SubjectCommand } from '../registry/command.ts'
import { caseOpen, sourceShown } from '../registry/conditions.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { useReader } from '../state/sources/readers.ts'
import { showDialog } from '../state/window/dialogs.ts'

/** Shows what falls when the open source falls. */
const shownImpact: Command = {
  id: 'impact',
  title: 'What falls with the open source…',
  menu: { place: 'verify', label: 'What Falls with the Open Source…' },
  keys: 'Mod Alt 9',
  when: sourceShown,
  run: () => {
    const { sourceId } = useReader.getState()
    if (sourceId !== null) showDialog({ kind: 'impact', sourceId })
  }
}

export const sourceImpact: SubjectCommand = {
  id: 'source-impact',
  title: (id) => `What falls with ${sourceRow(useCase.getState().sources, id)?.key ?? 'it'}…`,
  when: caseOpen,
  part: 'use',
  run: (id) => showDialog({ kind: 'impact', sourceId: id })
}

export const commands = [shownImpact]
