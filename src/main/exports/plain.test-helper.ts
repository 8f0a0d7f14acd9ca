import type { ExportFormat } from '../../shared/composition/export-formats.ts'
import { printedTexts } from '../../shared/composition/printed-texts.ts'
import { inOneGo, type Makers } from './format.ts'
import { MAKERS } from './makers.ts'

/** A format that there isn't: what it takes to add one. */
export const PLAIN: ExportFormat = {
  id: 'plain',
  label: 'Plain text',
  use: 'for old machines',
  short: 'plain text',
  noun: 'text file',
  file: 'text file',
  flag: 'plain',
  help: 'write plain text',
  extensions: ['txt'],
  mediaType: 'text/plain',
  dialog: { title: 'Export the briefing as plain text', files: 'Plain text' },
  options: ['composition'],
  scanned: 'text'
}

/** What every file of the format ends with. */
export const COLOPHON = 'Typed without a carriage'

export const WITH_PLAIN: Makers = {
  ...MAKERS,
  plain: () =>
    Promise.resolve({
      make: inOneGo(({ document }) =>
        [...printedTexts(document.blocks).map(({ text }) => text), COLOPHON, ''].join('\n')
      )
    })
}
