import { documentReading, type Extracted } from '../extracted/extracted.ts'
import { layOut } from '../extracted/blocks.ts'
import { FORMATS } from '../formats/formats.ts'
import { SURE, sureIf, type ImportFormat, type KnownFormat } from '../sniff/import-format.ts'
import { noFindings, toMetadata } from '../metadata/findings.ts'

/** A format that nobody has: a line that names it, then a paragraph a line. */
const MADE: ImportFormat = {
  id: 'log',
  label: 'ship’s logs',
  group: 'texts',
  extensions: ['shiplog'],
  mediaType: 'text/x-log',
  sniff: ({ text }) => sureIf(text?.startsWith('SHIPLOG 1\n') === true, SURE.certain),
  read: (bytes) => {
    const lines = Buffer.from(bytes).toString().trim().split('\n').slice(1)
    const laid = layOut(lines.map((text) => ({ type: 'paragraph', text })))
    const about: Omit<Extracted, 'text' | 'blocks'> = {
      extractor: 'log/1',
      mediaType: 'text/x-log',
      extension: 'shiplog',
      metadata: toMetadata(noFindings()),
      notice: null
    }
    return documentReading({ ...about, ...laid })
  }
}

/** All formats and the made-up one, which stands last. */
export const WITH_MADE: readonly KnownFormat[] = [...FORMATS, MADE]
