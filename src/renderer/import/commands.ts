import type { Command } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { caseOpen, caseWritable } from '../registry/conditions.ts'
import { useCase } from '../state/case/case.ts'
import {
  cancelImport,
  chooseImport,
  pauseImport,
  resumeImport,
  showLastReport,
  useImport
} from '../state/import/import.ts'
import { checkDoubtful } from '../state/case/selection.ts'
import { pasteToImport } from './paste.ts'

export const importFiles: Command = {
  id: 'import-files',
  title: 'Import files…',
  menu: { place: 'file/import', label: 'Import Files…' },
  keys: 'Mod I',
  when: caseWritable,
  run: () => chooseImport('import-files')
}

export const importFolder: Command = {
  id: 'import-folder',
  title: 'Import a folder…',
  menu: { place: 'file/import', label: 'Import Folder…' },
  keys: 'Mod Shift O',
  when: caseWritable,
  run: () => chooseImport('import-folder')
}

export const importPaste: Command = {
  id: 'import-paste',
  title: 'Import what is on the clipboard…',
  menu: { place: 'file/import', label: 'Import Pasted Text…' },
  when: caseWritable,
  run: pasteToImport
}

export const commands: Command[] = [
  importFiles,
  importFolder,
  importPaste,
  {
    id: 'pause-import',
    title: 'Pause the import',
    when: all(
      caseOpen,
      when(useImport, ({ running, progress }) => running && progress?.paused !== true)
    ),
    run: pauseImport
  },
  {
    id: 'resume-import',
    title: 'Resume the import',
    when: all(
      caseOpen,
      when(useImport, ({ running, progress }) => running && progress?.paused === true)
    ),
    run: resumeImport
  },
  {
    id: 'cancel-import',
    title: 'Cancel the import',
    when: all(
      caseOpen,
      when(useImport, ({ running }) => running)
    ),
    run: cancelImport
  },
  {
    id: 'import-report',
    title: 'Report of the last import',
    menu: { place: 'file/import', label: 'Report of the Last Import' },
    when: all(
      caseOpen,
      when(useImport, ({ last }) => last !== null)
    ),
    run: showLastReport
  },
  {
    id: 'check-metadata',
    title: 'Check the metadata that need a look…',
    when: all(
      caseWritable,
      when(useCase, ({ sources }) => sources.some(({ attention }) => attention !== null))
    ),
    run: () => checkDoubtful()
  }
]
