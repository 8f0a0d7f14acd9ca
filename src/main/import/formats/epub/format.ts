import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { documentReading } from '../../extracted/extracted.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

export const EPUB: ImportFormat = {
  ...describedFormat('epub'),
  sniff: async (file) => {
    const zip = await file.zip()
    const declared = (await zip?.text('mimetype')) ?? ''
    return sureIf(
      declared.trim() === 'application/epub+zip' || zip?.has('META-INF/container.xml') === true,
      SURE.certain
    )
  },
  read: async (bytes, hint) => documentReading(await (await import('./epub.ts')).extractEpub(bytes, hint)),
  // One that is too large to be read whole has its chapters taken as files.
  async *unpack(file, hint) {
    yield* (await import('../zip/zip.ts')).unpackZip(file, hint)
  }
}
