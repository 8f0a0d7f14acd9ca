import type { Output } from '../../shared/api/contract.ts'
import type { Feature } from '../registry/feature.ts'
import { quoteCommands, sourceCommands } from './cite.ts'
import { commands } from './commands.ts'
import { BriefFieldsDialog, LinkDialog, MarkdownReport, NewBriefDialog } from './dialogs.tsx'
import { startEditor } from './editor.ts'
import { FigureDialog } from './figure-dialog.tsx'

declare module '../state/window/dialogs.ts' {
  interface DialogKinds {
    'new-brief': object
    'brief-fields': object
    link: object
    /** A figure of the open brief to change, or a new one when `id` is null. */
    figure: { id: string | null }
    'markdown-report': { title: string; unresolved: Output<'brief.importMarkdown'>['unresolved'] }
  }
}

export const briefFeature = {
  commands,
  subjectCommands: { source: sourceCommands, quote: quoteCommands },
  dialogs: {
    'new-brief': NewBriefDialog,
    'brief-fields': BriefFieldsDialog,
    link: LinkDialog,
    figure: FigureDialog,
    'markdown-report': MarkdownReport
  },
  keys: [
    ['@', 'Cite a quote or a source, in a statement'],
    ['Mod Enter', 'Show in the source, at a quote or citation in the brief'],
    ['Alt Shift ↑ ↓', 'Move the section'],
    ['Mod B', 'Bold'],
    ['Mod I', 'Italic, in the brief']
  ],
  start: startEditor
} satisfies Feature
