import { keptAs } from '../../../../shared/source/import-formats.ts'
import { withEncoding } from '../../encoding/notice.ts'
import {
  documentReading,
  type ContainerFile,
  type Entry,
  type FileHint,
  type Reading
} from '../../extracted/extracted.ts'
import { readPress, unpackArticles } from '../../press/press.ts'
import { mhtmlDocument, readMhtml } from './mhtml.ts'

/** Reads a page saved with its pictures, or what a press database exported as one. Throws as `readMhtml` does. */
export function readMhtmlFile(bytes: Uint8Array, hint: FileHint): Reading {
  const page = readMhtml(bytes, hint.name)
  const press = readPress({ kind: 'html', source: page.decoded.text, given: [page.given] }, keptAs('mhtml'))
  return withEncoding(press ?? documentReading(mhtmlDocument(page, hint)), page.decoded)
}

/** Takes out the articles of a press database's export. Throws as `unpackArticles` and `readMhtml` do. */
export function unpackMhtml(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  return unpackArticles(file, hint, (bytes) => {
    const page = readMhtml(bytes, hint.name)
    return { kind: 'html', source: page.decoded.text, given: [page.given] }
  })
}
