/** Elements that the converter would drop with the text in them: simple fields, ruby's base, runs of one direction. */
const WRAPPERS = /<\/?w:(?:fldSimple|ruby|rubyBase|dir|bdo)(?:\s[^<>]*)?>/g
/** How a word is read stands above it; the word itself is the text. */
const RUBY_TEXT = /<w:rt(?:\s[^<>]*)?>[\s\S]*?<\/w:rt>|<w:rubyPr(?:\s[^<>]*)?>[\s\S]*?<\/w:rubyPr>/g
const RUN = /<w:r(?:\s[^<>]*)?>\s*<w:rPr>([\s\S]*?)<\/w:rPr>[\s\S]*?<\/w:r>/g
const HIDDEN = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/
const NAMES = ['<w:fldSimple', '<w:ruby', '<w:dir', '<w:bdo', '<w:vanish']

/**
 * Makes a part of a Word document ready for the converter: takes text out of elements that it passes over, and hidden text away, which it would
 * show.
 */
export function prepared(part: Uint8Array): Uint8Array {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  if (!NAMES.some((name) => bytes.includes(name))) return part
  const xml = bytes
    .toString('utf8')
    .replace(RUN, (run, properties: string) => (HIDDEN.test(properties) ? '' : run))
    .replace(RUBY_TEXT, '')
    .replace(WRAPPERS, '')
  return Buffer.from(xml)
}
