import type { ExportProgress } from '../../shared/composition/export-report.ts'
import type { ExportInput } from '../../shared/composition/input.ts'
import { printable } from '../../shared/composition/printable.ts'
import type { DocumentFormat } from '../../shared/composition/options.ts'
import { withCitations } from '../citations/format.ts'
import { writeAnnotations } from './annotations.ts'
import { writeCslJson } from './csl-json.ts'
import { writeDocx } from './docx/write-docx.ts'
import { writeHtml } from './html/write-html.ts'
import { writeMarkdown } from './markdown/write-markdown.ts'

/** Makes a brief in a format other than PDF. The bytes depend on the input alone. */
export async function renderDocument(
  given: ExportInput,
  format: DocumentFormat,
  onProgress: (progress: ExportProgress) => void = () => undefined
): Promise<Uint8Array> {
  onProgress({ stage: 'layout', fraction: 0 })
  const content = await contentOf(printable(given), format)
  onProgress({ stage: 'layout', fraction: 1 })
  return typeof content === 'string' ? new Uint8Array(Buffer.from(content.toWellFormed())) : content
}

async function contentOf(input: ExportInput, format: DocumentFormat): Promise<string | Uint8Array> {
  switch (format) {
    case 'docx':
      return writeDocx(await withCitations(input))
    case 'html':
      return writeHtml(await withCitations(input))
    case 'markdown':
      return writeMarkdown(await withCitations(input))
    case 'csl-json':
      return writeCslJson(input)
    case 'annotations':
      return writeAnnotations(input)
  }
}
