import PostalMime, { addressParser, type Address, type Attachment, type Email } from 'postal-mime'
import { z } from 'zod'
import { DossierError } from '../../../../shared/api/errors.ts'
import { layOut, type Piece } from '../../blocks.ts'
import { decode } from '../../decode.ts'
import type { Extracted, FileHint, Reading } from '../../extracted.ts'
import { addField, addPublisher, noFindings, toMetadata, type Findings } from '../../findings.ts'
import { DEEPEST_LEVEL } from '../../limits.ts'
import { addDetectedLanguage } from '../../language.ts'
import { isOutlet, isPerson } from '../../names.ts'
import { oneLine } from '../../wording.ts'
import { readPress, type PressSource } from '../press/press.ts'
import { looksLikeSeveral, SEVERAL } from '../press/several.ts'
import { attachmentEntries, bytesOf } from './attachments.ts'
import { bodyPieces } from './body.ts'
import { readMailDate } from './date.ts'
import { fieldValue, readHeaderFields, type HeaderFields } from './fields.ts'

/** What an investigator asks a mail for first, as it stands above the text. */
const SHOWN_FIELDS = ['From', 'To', 'Cc', 'Bcc', 'Date', 'Subject']

/**
 * Reads an e-mail message (RFC 5322 and MIME): its head fields and text as one document, its attachments as parts. The sender is the author, the `Date`
 * the day of publication with its offset. Nothing that the mail points to is loaded. Throws `unreadable` for a message nested over 50 levels deep or with over
 * 2 MB of header fields, `too-large` for one of over 1,000 parts.
 */
export async function readMail(bytes: Uint8Array, hint: FileHint): Promise<Reading> {
  const fields = readHeaderFields(bytes)
  const level = hint.level ?? 0
  const { message, deepest } = await parse(withKnownCharset(bytes, fields), { name: hint.name, level })
  const { notice, isSealed } = protection(fields, message)
  const press = isSealed ? null : readPress(pressPart(message), MAIL)
  // A press database sends articles as mails; what else such a mail holds is the database's own.
  if (press) return press
  const parts = attachmentEntries(isSealed ? [] : message.attachments, {
    name: hint.name,
    level: level + Math.max(1, deepest)
  })
  const document = toDocument(fields, isSealed ? { text: '', html: '' } : message, notice)
  const isBare = document.blocks.length === 0 && notice === null && parts.length > 0
  return {
    document: isBare ? { ...document, notice: 'This mail has no text, only attachments.' } : document,
    parts,
    container: false,
    references: null
  }
}

/** What is kept with a source that was a mail. */
const MAIL = { mediaType: 'message/rfc822', extension: 'eml' }

/** The part of a mail in which a press database's articles may stand, for `unpackPress`; null where it can't be read. */
export async function mailPressPart(bytes: Uint8Array, name: string): Promise<PressSource | null> {
  const fields = readHeaderFields(bytes)
  const { message } = await parse(withKnownCharset(bytes, fields), { name, level: 0 })
  return protection(fields, message).isSealed ? null : pressPart(message)
}

function pressPart({ html, text }: Email): PressSource {
  const page = clean(html ?? '')
  return page === '' ? { kind: 'text', source: clean(text ?? '') } : { kind: 'html', source: page }
}

/** A message taken apart, and how many levels its parts are nested. */
async function parse(
  bytes: Uint8Array,
  { name, level }: { name: string; level: number }
): Promise<{ message: Email; deepest: number }> {
  try {
    const parser = new PostalMime({
      maxNestingDepth: Math.max(0, DEEPEST_LEVEL - level),
      forceRfc822Attachments: true
    })
    const message = await parser.parse(bytes)
    return { message, deepest: deepestOf(Tree.parse(parser)) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new DossierError('unreadable', `“${name}” ${faultOf(error)}`, { cause: error })
  }
}

interface Part {
  childNodes: Part[]
}

/** The parser's tree of parts. */
const Tree = z.object({
  root: z.custom<Part>((node) => typeof node === 'object' && node !== null && 'childNodes' in node)
})

function deepestOf({ root }: { root: Part }): number {
  let deepest = 0
  for (let level = root.childNodes; level.length > 0; level = level.flatMap((part) => part.childNodes)) deepest++
  return deepest
}

function faultOf({ message }: Error): string {
  const kept = 'Nothing was imported; the file is unchanged.'
  if (/nesting depth/.test(message))
    return `is a mail whose parts are nested over ${DEEPEST_LEVEL} levels deep, which no mail program writes. ${kept}`
  if (/header size/.test(message)) return `is a mail with over 2 MB of header lines. ${kept} Paste its text instead.`
  return `is a mail that could not be taken apart (${message.slice(0, 200)}). ${kept} Paste its text instead.`
}

/**
 * A message of one part that declares no charset is given one: eight-bit characters there are what the program that wrote it used, and are found as in any
 * text file.
 */
function withKnownCharset(bytes: Uint8Array, fields: HeaderFields): Uint8Array {
  const type = fieldValue(fields, 'content-type')
  const encoding = fieldValue(fields, 'content-transfer-encoding')
  if (/charset|^(?!text\/)[a-z]+\//i.test(type) || /base64|quoted/i.test(encoding)) return bytes
  const { text, encoding: found } = decode(bytes)
  return found === 'utf-8' ? bytes : new TextEncoder().encode(text)
}

function toDocument(fields: HeaderFields, body: Pick<Email, 'text' | 'html'>, notice: string | null): Extracted {
  const findings = noFindings()
  const pieces = bodyPieces(clean(body.text ?? ''), clean(body.html ?? ''))
  addDetectedLanguage(findings, pieces.map((piece) => piece.text).join('\n'))
  addSubjectAndDate(findings, fields)
  addSenders(findings, fields)
  const title = findings.title[0]?.value
  const heading: Piece[] = title === undefined ? [] : [{ type: 'heading', level: 1, text: title }]
  const laid = layOut([...heading, ...fieldPieces(fields), ...pieces])
  return {
    extractor: 'mail/1',
    ...MAIL,
    ...laid,
    metadata: toMetadata(findings),
    notice: notice ?? (looksLikeSeveral(pieces.map(({ text }) => text)) ? SEVERAL : null)
  }
}

/** Line ends and characters as in every text: control characters and lone surrogates are shown, not kept. */
function clean(text: string): string {
  return text === '' ? '' : decode(new TextEncoder().encode(text)).text
}

function fieldPieces(fields: HeaderFields): Piece[] {
  return SHOWN_FIELDS.flatMap((name) =>
    (fields.get(name.toLowerCase()) ?? [])
      .filter((value) => value !== '')
      .map((value): Piece => ({ type: 'paragraph', text: `${name}: ${value}` }))
  )
}

function addSubjectAndDate(findings: Findings, fields: HeaderFields): void {
  const subject = fieldValue(fields, 'subject')
  if (subject !== '') addField(findings, 'title', subject, 'header', `Subject: ${subject}`)
  const written = fieldValue(fields, 'date')
  const published = readMailDate(written)
  if (published !== null)
    findings.published.push({ value: published, from: 'header', detail: `Date: ${written}`, confidence: 0.96 })
}

/** The people who sent it are its authors; an outlet's name, or a mailing list's, may be the publisher's. */
function addSenders(findings: Findings, fields: HeaderFields): void {
  const from = fieldValue(fields, 'from')
  const detail = `From: ${from}`
  const isList = fields.has('list-id') || fields.has('list-unsubscribe')
  const senders = addressParser(from).flatMap((address: Address) => address.group ?? [address])
  const people: string[] = []
  for (const { name, address = '' } of senders) {
    const own = personName(name)
    if (own !== '' && (isOutlet(own) || (isList && !isPerson(own)))) addPublisher(findings, own, 'header', detail, 0.5)
    else if (own !== '' || address !== '') people.push(own || address)
  }
  if (people.length > 0) {
    const isNamed = senders.some(({ name }) => personName(name) !== '')
    findings.authors.push({ value: people, from: 'header', detail, confidence: isNamed ? 0.95 : 0.6 })
  }
  const list = fieldValue(fields, 'list-id')
  const listName = oneLine(list.replace(/<[^>]*>\s*$/, '').replace(/["“”]/g, '')).trim()
  if (listName !== '') addPublisher(findings, listName, 'header', `List-Id: ${list}`, 0.4)
}

/** `Lind, Tove` as `Tove Lind`, without quotation marks; empty for what only repeats an address. */
function personName(written: string): string {
  const name = oneLine(written.replace(/["“”]/g, '').replace(/^'(.*)'$/, '$1')).trim()
  if (name.includes('@')) return ''
  const reversed = /^([^,]+), ([^,]+)$/.exec(name)
  return reversed ? `${reversed[2]} ${reversed[1]}` : name
}

/** Whether the text is encrypted, or wrapped in a signature, so that only the header fields can be read. */
function protection(fields: HeaderFields, message: Email): { notice: string | null; isSealed: boolean } {
  const type = fieldValue(fields, 'content-type').toLowerCase()
  const advice = 'Open it in your mail program, save its text or save it decrypted, and import that too.'
  const isPgp = /^multipart\/encrypted/.test(type) || /^\s*-----BEGIN PGP MESSAGE-----/m.test(message.text ?? '')
  if (/^application\/(?:x-)?pkcs7-mime/.test(type)) {
    const isSigned = /smime-type\s*=\s*"?signed-data/.test(type)
    const how = isSigned ? 'wrapped in its signature (S/MIME)' : 'encrypted (S/MIME)'
    return { notice: `The text of this mail is ${how}: only its header lines could be read. ${advice}`, isSealed: true }
  }
  if (isPgp || message.attachments.some(isEncryptedPart)) {
    const notice = `The text of this mail is encrypted (PGP): only what stands outside could be read. ${advice}`
    return { notice, isSealed: /^multipart\/encrypted/.test(type) }
  }
  return { notice: null, isSealed: false }
}

function isEncryptedPart(attachment: Attachment): boolean {
  return (
    attachment.mimeType === 'application/pgp-encrypted' ||
    new TextDecoder('latin1').decode(bytesOf(attachment).subarray(0, 27)) === '-----BEGIN PGP MESSAGE-----'
  )
}
