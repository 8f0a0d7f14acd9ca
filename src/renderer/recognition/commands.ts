import { canRecognise } from '../../shared/source/recognition-report.ts'
import type { Command, SubjectCommand } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { caseOpen, caseWritable, sourceShown } from '../registry/conditions.ts'
import { sourceRow, useCase } from '../state/case/case.ts'
import { selectedIds, useSelection } from '../state/case/selection.ts'
import { useReader } from '../state/sources/readers.ts'
import {
  cancelRecognition,
  isTextless,
  offerRecognition,
  textlessIds,
  useRecognition
} from '../state/sources/recognition.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { showMessage } from '../state/window/toasts.ts'

export const commands: Command[] = [
  {
    id: 'recognise-text',
    title: 'Recognise the text in pictures…',
    menu: { place: 'file/import', label: 'Recognise the Text in Pictures…' },
    when: all(
      caseWritable,
      when(useCase, ({ sources }) => sources.some(({ textless }) => textless))
    ),
    run: () => offerRecognition(textlessIds())
  },
  {
    id: 'recognise-selected',
    title: 'Recognise the text of the selected sources…',
    when: all(
      caseWritable,
      when(useSelection, ({ ids }) => ids.size > 0)
    ),
    run: () => offerRecognition(selectedIds())
  },
  {
    id: 'recognise-shown',
    title: 'Recognise the text of the open source…',
    when: all(
      caseWritable,
      sourceShown,
      when(useReader, ({ source }) => source !== null && canRecognise(source))
    ),
    run: () => {
      const { sourceId } = useReader.getState()
      if (sourceId !== null) offerRecognition([sourceId])
    }
  },
  {
    id: 'cancel-recognition',
    title: 'Cancel the recognition of text',
    when: all(
      caseOpen,
      when(useRecognition, ({ running }) => running)
    ),
    run: cancelRecognition
  },
  {
    id: 'correct-text',
    title: 'Correct the recognised text…',
    when: all(
      caseWritable,
      sourceShown,
      when(useReader, ({ source }) => source?.text.recognition !== undefined)
    ),
    run: correctSelection
  }
]

/** Offers to correct what is selected in the reader, or stands at its cursor. */
function correctSelection(): void {
  const { sourceId, selection, cursor } = useReader.getState()
  const range = selection ?? cursor
  if (sourceId === null || !range) {
    showMessage('Select the words to correct in the reader first, or go to a sentence with the arrow keys.')
    return
  }
  showDialog({ kind: 'correct-text', sourceId, start: range.start, end: range.end })
}

export const sourceCommands: SubjectCommand[] = [
  {
    id: 'recognise-source',
    title: (id) => `Recognise the text of ${sourceRow(useCase.getState().sources, id)?.key ?? 'the source'}…`,
    when: caseWritable,
    fits: isTextless,
    run: (id) => offerRecognition([id])
  }
]
