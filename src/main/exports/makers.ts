import type { ExportFormatId } from '../../shared/composition/export-formats.ts'
import type { Makers } from './format.ts'

/** What makes each of `EXPORT_FORMATS`. */
export const MAKERS = {
  pdf: () => import('./formats/pdf/proven-pdf.ts'),
  docx: () => import('./formats/docx/write-docx.ts'),
  html: () => import('./formats/html/write-html.ts'),
  markdown: () => import('./formats/markdown/write-markdown.ts'),
  'csl-json': () => import('./formats/csl-json/write-csl-json.ts'),
  annotations: () => import('./formats/annotations/write-annotations.ts')
} as const satisfies Makers & Record<ExportFormatId, unknown>
