import { keptAs } from '../../../../shared/source/import-formats.ts'
import {
  documentReading,
  type ContainerFile,
  type Entry,
  type FileHint,
  type Reading
} from '../../extracted/extracted.ts'
import { readPress, unpackArticles } from '../../press/press.ts'
import { readRtf } from './rtf-text.ts'
import { rtfDocument } from './rtf.ts'

/** Reads an RTF file, or what a press database exported as one. */
export function readRtfFile(bytes: Uint8Array, hint: FileHint): Reading {
  const content = readRtf(bytes)
  const press = readPress({ kind: 'html', source: content.html }, keptAs('rtf'))
  return press ?? documentReading(rtfDocument(content, hint))
}

/** Takes out the articles of a press database's export. Throws as `unpackArticles` does. */
export function unpackRtf(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  return unpackArticles(file, hint, (bytes) => ({ kind: 'html', source: readRtf(bytes).html }))
}
