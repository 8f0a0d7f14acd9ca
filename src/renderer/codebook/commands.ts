import type { Command } from '../registry/command.ts'
import { all, when } from '../registry/condition.ts'
import { caseOpen, caseWritable } from '../registry/conditions.ts'
import { useSearch } from '../state/search/search.ts'
import { useMarks } from '../state/sources/marks.ts'
import { showDialog } from '../state/window/dialogs.ts'
import { importFrom, saveCodebook, saveProject } from './files.ts'

/** Something is searched for. */
const searched = when(useSearch, ({ query }) => query.trim() !== '')
const someTags = when(useMarks, ({ tags }) => tags === null || tags.length > 0)

export const commands: Command[] = [
  {
    id: 'codebook',
    title: 'Show the codebook…',
    menu: { place: 'view/show', label: 'Codebook…' },
    keys: 'Mod Alt K',
    when: caseOpen,
    run: () => showDialog({ kind: 'codebook' })
  },
  {
    id: 'mark-hits',
    title: 'Mark every hit of the search…',
    menu: { place: 'edit/find', label: 'Mark Every Hit…' },
    when: all(caseWritable, searched),
    run: () => showDialog({ kind: 'mark-hits' })
  },
  {
    id: 'export-codebook',
    title: 'Export the codebook…',
    menu: { place: 'file/export', label: 'Codebook (REFI-QDA)…', order: 5 },
    when: all(caseOpen, someTags),
    run: saveCodebook
  },
  {
    id: 'export-project',
    title: 'Export texts and marks as a project…',
    menu: { place: 'file/export', label: 'Project (REFI-QDA)…', order: 5 },
    when: caseOpen,
    run: saveProject
  },
  {
    id: 'import-codebook',
    title: 'Import a codebook…',
    menu: { place: 'file/import', label: 'Codebook (REFI-QDA)…', order: 5 },
    when: caseWritable,
    run: () => importFrom('open-codebook')
  },
  {
    id: 'import-project',
    title: 'Import a project with its texts and marks…',
    menu: { place: 'file/import', label: 'Project (REFI-QDA)…', order: 5 },
    when: caseWritable,
    run: () => importFrom('open-project')
  }
]
