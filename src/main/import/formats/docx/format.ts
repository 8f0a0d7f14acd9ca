import { describedFormat } from '../../../../shared/source/import-formats.ts'
import { SURE, sureIf, type ImportFormat } from '../../sniff/import-format.ts'

const WORD = /wordprocessingml|ms-word\.(?:document|template)/

export const DOCX: ImportFormat = {
  ...describedFormat('docx'),
  sniff: async (file) => {
    const zip = await file.zip()
    if (zip === null) return SURE.no
    if (!zip.has('[Content_Types].xml')) return sureIf(zip.has('word/document.xml'), SURE.certain)
    const isWord = WORD.test(await zip.text('[Content_Types].xml')) || zip.some(/^word\/document\d*\.xml$/i)
    return sureIf(isWord, SURE.certain)
  },
  // The library that converts it takes long to load.
  read: async (bytes, hint) => (await import('./read.ts')).readDocxFile(bytes, hint),
  async *unpack(file, hint) {
    yield* (await import('./read.ts')).unpackDocx(file, hint)
  }
}
