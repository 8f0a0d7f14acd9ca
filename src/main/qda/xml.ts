/** What XML 1.0 can't say, not even as a reference (its production 2, `Char`). */
/* eslint-disable no-control-regex -- these are what is looked for */
const IMPOSSIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;'
}

/** Text as it stands between quotation marks or tags; what XML can't say is left out. */
export function escaped(text: string): string {
  return text.replace(IMPOSSIBLE, '').replace(/[&<>"\n\r\t]/g, (character) => REFERENCES[character]!)
}

/** An element with its attributes, those that are null left out, and what is in it, written already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  content: readonly string[] = []
): string {
  const given = Object.entries(attributes).map(([key, value]) => (value === null ? '' : ` ${key}="${escaped(value)}"`))
  const open = `<${name}${given.join('')}`
  return content.length === 0 ? `${open}/>\n` : `${open}>\n${content.join('')}</${name}>\n`
}

/** An element that holds text alone; nothing for an empty one. */
export function textElement(name: string, text: string): string[] {
  return text === '' ? [] : [`<${name}>${escaped(text)}</${name}>\n`]
}
