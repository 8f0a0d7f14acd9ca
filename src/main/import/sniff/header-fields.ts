const FIELD = '[A-Za-z][A-Za-z0-9-]*[ \\t]*:[^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\r?\\n)*'
const FIELDS = new RegExp(`^(?:${FIELD}){2,}`)

/** The header fields (RFC 5322) with which mails and saved pages begin, as they stand; empty when there are fewer than two. */
export function fieldsAtStart(text: string): string {
  return FIELDS.exec(text)?.[0] ?? ''
}

/** True when one of the fields, written `a|b`, is among them. */
export function hasField(fields: string, names: string): boolean {
  return new RegExp(`^(?:${names})[ \\t]*:`, 'im').test(fields)
}
