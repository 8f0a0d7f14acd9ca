/** What no document of HTML or XML may hold: controls besides tab and line feed, lone surrogates, and noncharacters. */
// eslint-disable-next-line no-control-regex -- These are what is meant.
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g

/** Text as HTML 5 and XML 1.0 can hold it: carriage returns made line feeds, forbidden characters taken out. */
export function printable(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(FORBIDDEN, '')
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text for the content of an element or a quoted attribute, of HTML and XML alike. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!)
}

/** An address that may be linked: of the web or of mail, in the form of the URL standard. Null for any other. */
export function linkable(uri: string): string | null {
  const url = URL.parse(uri)
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}

/** a, b, … z, aa, ab: notes are lettered, as numbers stand for sources. */
export function noteLetter(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? noteLetter(rest - 1) : '') + String.fromCharCode(97 + (index % 26))
}
