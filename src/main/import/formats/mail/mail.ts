import PostalMime, { addressParser, type Address, type Attachment, type Email } from 'postal-mime'
import { DossierError } from '../../../../shared/errors/errors.ts'
import { keptAs } from '../../../../shared/source/import-formats.ts'
import { layOut, type Piece } from '../../extracted/blocks.ts'
import { readCreditLine } from '../../metadata/credits.ts'
import { decode } from '../../encoding/decode.ts'
import type { ContainerFile, Entry, Extracted, FileHint, Reading } from '../../extracted/extracted.ts'
import { addField, addPublisher, noFindings, toMetadata, type Findings } from '../../metadata/findings.ts'
import { DEEPEST_LEVEL } from '../../extracted/limits.ts'
import { addDetectedLanguage } from '../../metadata/language.ts'
import { NEVER_CHOSEN } from '../../metadata/found.ts'
import { afterByline, isOutlet, isPerson } from '../../metadata/names.ts'
import { isHeadlineLike } from '../../article/head-lines.ts'
import { isInstitution } from '../../article/institutions.ts'
import { oneLine } from '../../extracted/wording.ts'
import { readPress, unpackArticles, type PressSource } from '../../press/press.ts'
import { looksLikeSeveral, SEVERAL } from '../../press/several.ts'
import { attachmentEntries, bytesOf } from './attachments.ts'
import { bodyOf } from './body.ts'
import { readMailDate } from './date.ts'
import { fieldValue, readHeaderFields, type HeaderFields } from './fields.ts'
import { forwardedHead } from './forwarded.ts'
import { joinedSenders, readSenderName, type Sender } from './sender.ts'
import { deepestOf, withTextParts } from './text-parts.ts'

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
  const press = isSealed ? null : readPress(pressPart(message), keptAs('mail'))
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

/** Takes out the articles that a press database sent as a mail. Throws as `unpackArticles` and `readMail` do. */
export function unpackMailArticles(file: ContainerFile, hint: FileHint): AsyncGenerator<Entry> {
  return unpackArticles(file, hint, async (bytes) => {
    const fields = readHeaderFields(bytes)
    const { message } = await parse(withKnownCharset(bytes, fields), { name: hint.name, level: 0 })
    return protection(fields, message).isSealed ? null : pressPart(message)
  })
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
    return { message: withTextParts(message, parser), deepest: deepestOf(parser) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new DossierError('unreadable', `“${name}” ${faultOf(error)}`, { cause: error })
  }
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
  const { pieces, notice: differing } = bodyOf(clean(body.text ?? ''), clean(body.html ?? ''))
  addDetectedLanguage(findings, pieces.map((piece) => piece.text).join('\n'))
  addSubjectAndDate(findings, fields)
  const title = findings.title[0]?.value
  addSenders(findings, fields, pieces)
  addForwarded(findings, pieces)
  const heading: Piece[] = title === undefined ? [] : [{ type: 'heading', level: 1, text: title }]
  const laid = layOut([...heading, ...fieldPieces(fields), ...pieces])
  return {
    extractor: 'mail/1',
    ...keptAs('mail'),
    ...laid,
    metadata: toMetadata(findings),
    notice: notice ?? (looksLikeSeveral(pieces.map(({ text }) => text)) ? SEVERAL : differing)
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

/** Who is named in front of an article that a mailing passes on: so much surer than its sender. */
const WRITER = 0.75
const PASSED_ON = 0.55
/** Blocks at the beginning of a mailing in which a byline stands. */
const BYLINE_BLOCKS = 16

/** Who wrote what a mailing passes on, and the line above that, which is its headline. */
interface Writers {
  people: string[]
  detail: string
  headline: string | null
}

/** The people whom the one byline at the beginning of a mail's text names; null where several articles have theirs. */
function writersOf(pieces: readonly Piece[]): Writers | null {
  const bylines = pieces.flatMap(({ type, text }, index): (Writers & { index: number })[] => {
    const isByline = type === 'paragraph' && text.length < 120 && afterByline(text) !== null
    const credit = isByline ? readCreditLine(text) : null
    if (!credit?.byline || credit.people.length === 0) return []
    const above = pieces[index - 1]?.text ?? ''
    return [{ people: credit.people, detail: text, headline: isHeadlineLike(above) ? above : null, index }]
  })
  const [first, second] = bylines
  return first !== undefined && second === undefined && first.index < BYLINE_BLOCKS ? first : null
}

const UNIVERSITY = /(?<!\p{L})(?:universi|(?:fach)?hochschule|h[øö]gskol)/iu

/**
 * The people who sent it are its authors; an outlet's name, or a mailing list's, may be the publisher's. What a mailing passes on with a byline is by whom
 * that names.
 */
function addSenders(findings: Findings, fields: HeaderFields, pieces: readonly Piece[]): void {
  const from = fieldValue(fields, 'from')
  const detail = `From: ${from}`
  const isList = fields.has('list-id') || fields.has('list-unsubscribe')
  const senders = sendersIn(from).map(({ name, address }) => ({ ...readSenderName(name, address), address }))
  const isNamed = senders.some(({ name }) => name !== '')
  // A paper or an office sends what somebody wrote, a list what somebody passes on.
  const isMailing = isList || (isNamed && !senders.some(({ name }) => isPerson(name)))
  const writers = isMailing ? writersOf(pieces) : null
  const people: string[] = []
  const groups: string[] = []
  for (const { name, group, address } of senders) {
    if (group !== null) groups.push(group)
    const isGroup =
      isOutlet(name) || (isInstitution(name) && !isPerson(name)) || ((isList || writers !== null) && !isPerson(name))
    if (name !== '' && isGroup) addPublisher(findings, name, 'header', detail, 0.5)
    else if (name !== '' || address !== '') people.push(name || address)
  }
  const passesOn = writers !== null
  if (passesOn) {
    findings.authors.push({ value: writers.people, from: 'byline', detail: writers.detail, confidence: WRITER })
    if (writers.headline !== null)
      findings.title.push({ value: writers.headline, from: 'heading', detail: writers.headline, confidence: WRITER })
  }
  if (people.length > 0)
    findings.authors.push({
      value: people,
      from: 'header',
      detail,
      confidence: passesOn ? PASSED_ON : isNamed ? 0.95 : 0.6
    })
  for (const group of groups.filter((name) => isOutlet(name) || isInstitution(name) || UNIVERSITY.test(name)))
    addPublisher(findings, group, 'header', detail, 0.4)
  const list = fieldValue(fields, 'list-id')
  const listName = oneLine(list.replace(/<[^>]*>\s*$/, '').replace(/["“”]/g, '')).trim()
  if (listName !== '') addPublisher(findings, listName, 'header', `List-Id: ${list}`, 0.4)
}

/** The senders of a field, in forms of directories that aren't addresses, too. */
function sendersIn(from: string): Sender[] {
  if (/^["']?\/?(?:[A-Z]{1,2}=[^/,]+[/,])+/i.test(from) && !/</.test(from)) return [{ name: from, address: '' }]
  // What stands behind an address belongs to no name: `Tove Lind <tove@courier.example> on behalf of the board`.
  const parsed = addressParser(from.replace(/>\s+(?:on behalf of|im auftrag von|de la part de)\s.*$/iu, '>'))
  const parts = parsed.flatMap((address: Address) => address.group ?? [address])
  return joinedSenders(parts.map(({ name, address = '' }) => ({ name, address })))
}

/** Who wrote a forwarded message, and when, is shown beside the sender's, never in its place: the mail is the sender's. */
function addForwarded(findings: Findings, pieces: readonly Piece[]): void {
  const head = forwardedHead(pieces.map(({ text }) => text).join('\n'))
  if (head === null) return
  if (head.from !== null) {
    const people = sendersIn(head.from).map(({ name, address }) => readSenderName(name, address).name || address)
    const value = people.filter((name) => name !== '')
    if (value.length > 0)
      findings.authors.push({ value, from: 'text', detail: `From: ${head.from}`, confidence: NEVER_CHOSEN })
  }
  if (head.sent !== null)
    findings.published.push({ value: head.sent, from: 'text', detail: `Sent: ${head.sent}`, confidence: NEVER_CHOSEN })
  if (head.subject !== null && head.subject !== '')
    findings.title.push({
      value: head.subject,
      from: 'text',
      detail: `Subject: ${head.subject}`,
      confidence: NEVER_CHOSEN
    })
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
