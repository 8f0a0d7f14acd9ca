import { DossierError } from '../../../../shared/errors/errors.ts'
import type { ContainerFile, Entry, FileHint } from '../../extracted/extracted.ts'
import { LARGEST_FILE } from '../../extracted/limits.ts'
import { piecesOf } from '../../container/byte-source.ts'
import { shown } from '../../container/entry-name.ts'
import { fieldValue, readHeaderFields } from '../mail/fields.ts'
import { MboxSplitter, type RawMessage } from './splitter.ts'

/**
 * Takes the messages out of a mailbox file, one by one: each as a mail of its own, `N.eml`. Reads the file as a stream, with one message in memory at a time.
 * A message over 64 MB comes as an error; the next ones follow.
 */
export async function* unpackMbox(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  const splitter = new MboxSplitter(LARGEST_FILE)
  let number = 0
  const entries = function* (messages: Iterable<RawMessage>): Generator<Entry> {
    for (const message of messages) yield toEntry(message, ++number, hint.name)
  }
  for await (const piece of piecesOf(file, hint.name)) yield* entries(splitter.push(piece))
  yield* entries(splitter.end())
}

function toEntry({ bytes, length }: RawMessage, number: number, mailbox: string): Entry {
  const name = `${number}.eml`
  const subject = shown(fieldValue(readHeaderFields(bytes), 'subject'))
  const path = subject === '' ? `message ${number}` : `message ${number}: ${subject}`
  const hint: FileHint = { name, url: null, given: [] }
  if (length === bytes.length) return { path, hint, bytes, error: null }
  const error = new DossierError(
    'too-large',
    `Message ${number} of “${mailbox}” has ${Math.ceil(length / 1024 / 1024)} MB; mails over ${LARGEST_FILE / 1024 / 1024} MB aren’t imported. The mailbox is unchanged. Save the message’s attachments in your mail program and import those you need.`
  )
  return { path, hint, bytes: new Uint8Array(), error: error.toFailure() }
}
