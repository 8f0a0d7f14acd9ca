import type { Output } from '../../shared/api/contract.ts'
import { briefShown } from '../registry/conditions.ts'
import type { Feature } from '../registry/feature.ts'
import { quoteCommands, sourceCommands } from './cite.ts'
import { commands } from './commands.ts'
import { BriefFieldsDialog, LinkDialog, MarkdownReport } from './dialogs.tsx'
import { startEditor } from './editor.ts'
import { openFind, stepFind } from './find-actions.ts'
import { useFind } from './find-state.ts'
import { FigureDialog } from './figure-dialog.tsx'
import { NewBriefDialog, SaveTemplateDialog } from './template-dialogs.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    'new-brief': object
    'save-template': object
    'brief-fields': object
    link: object
    /** A figure of the open brief to change, or a new one when `id` is null. */
    figure: { id: string | null }
    'markdown-report': { title: string; unresolved: Output<'brief.importMarkdown'>['unresolved'] }
  }
}

export const briefFeature = {
  area: 'brief',
  commands,
  subjectCommands: { source: sourceCommands, quote: quoteCommands },
  finder: {
    pane: 'brief',
    when: briefShown,
    open: openFind,
    isOpen: () => useFind.getState().shown,
    step: stepFind,
    replace: () => openFind(true)
  },
  dialogs: {
    'new-brief': NewBriefDialog,
    'save-template': SaveTemplateDialog,
    'brief-fields': BriefFieldsDialog,
    link: LinkDialog,
    figure: FigureDialog,
    'markdown-report': MarkdownReport
  },
  keys: [
    ['@', 'Cite a quote or a source, in a statement'],
    ['Mod Enter', 'Show in the source, at a quote or citation'],
    ['Alt ↑ ↓', 'Move the block, the item of a list, or from its title the section'],
    ['Alt Shift ↑ ↓', 'Move the section'],
    ['Mod B', 'Bold'],
    ['Mod I', 'Italic, in the text']
  ],
  start: startEditor
} satisfies Feature
