import {
  documentReading,
  type ContainerFile,
  type Entry,
  type FileHint,
  type Reading
} from '../../extracted/extracted.ts'
import { readPress, unpackArticles } from '../../press/press.ts'
import { docxDocument, docxKind, readDocx } from './docx.ts'

/** Reads a Word document, or what a press database exported as one. Throws as `readDocx` does. */
export async function readDocxFile(bytes: Uint8Array, hint: FileHint): Promise<Reading> {
  const page = await readDocx(bytes, hint.name)
  const press = readPress({ kind: 'html', source: page.html }, docxKind(hint.name))
  return press ?? documentReading(docxDocument(page, hint))
}

/** Takes out the articles of a press database's export. Throws as `unpackArticles` and `readDocx` do. */
export function unpackDocx(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  return unpackArticles(file, hint, async (bytes) => ({
    kind: 'html',
    source: (await readDocx(bytes, hint.name)).html
  }))
}
