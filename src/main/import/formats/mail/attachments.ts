import type { Attachment } from 'postal-mime'
import { DossierError } from '../../../../shared/errors/errors.ts'
import type { Entry } from '../../extracted/extracted.ts'
import { entryName } from '../../container/entry-name.ts'
import { fieldValue, readHeaderFields } from './fields.ts'

/** Parts of a message that are taken out; mails with more are made to hurt. */
const MOST_PARTS = 1000
const SIGNATURES = /^application\/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-keys)$/
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['text/html', 'html'],
  ['text/plain', 'txt'],
  ['text/markdown', 'md'],
  ['text/rtf', 'rtf'],
  ['text/calendar', 'ics'],
  ['application/pdf', 'pdf'],
  ['application/rtf', 'rtf'],
  ['application/zip', 'zip']
])

/** The bytes of an attachment as the parser gives them. */
export function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === 'string'
    ? new TextEncoder().encode(content)
    : content instanceof Uint8Array
      ? content
      : new Uint8Array(content)
}

/**
 * A mail's attachments as files of their own, attached mails among them. Signatures, pictures shown inside the text and empty parts are left out. Throws `too-large`
 * for a mail of over 1,000 parts. `level` is how deep they stand.
 */
export function attachmentEntries(
  attachments: readonly Attachment[],
  { name, level }: { name: string; level: number }
): Entry[] {
  if (attachments.length > MOST_PARTS) {
    throw new DossierError(
      'too-large',
      `“${name}” has ${attachments.length} parts; mails of over ${MOST_PARTS} aren’t imported. Nothing was imported; the file is unchanged. Save the attachments you need in your mail program and import them.`
    )
  }
  return attachments.filter(isFile).map((attachment, index): Entry => {
    const bytes = bytesOf(attachment)
    const own = nameOf(attachment, bytes, index + 1)
    return { path: own, hint: { name: own, url: null, given: [], level }, bytes, error: null }
  })
}

function isFile(attachment: Attachment): boolean {
  const { mimeType, related, disposition, contentId } = attachment
  if (SIGNATURES.test(mimeType) || bytesOf(attachment).length === 0) return false
  const shownInside = related === true || disposition === 'inline' || (disposition === null && contentId !== undefined)
  return !(mimeType.startsWith('image/') && shownInside)
}

function nameOf({ filename, mimeType }: Attachment, bytes: Uint8Array, number: number): string {
  if (mimeType === 'message/rfc822') {
    const subject = fieldValue(readHeaderFields(bytes), 'subject').replace(/[/\\]/g, '-')
    return entryName(
      `${subject || entryName(filename ?? '', `message ${number}`).replace(/\.eml$/i, '')}.eml`,
      `message ${number}.eml`
    )
  }
  const extension = EXTENSIONS.get(mimeType)
  return entryName(filename ?? '', `attachment ${number}${extension === undefined ? '' : `.${extension}`}`)
}
