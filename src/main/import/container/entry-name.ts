const LONGEST = 120
const LONGEST_EXTENSION = 12
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSAFE = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFD<>:"|?*]+/g

/**
 * A name without folder for an item of a container, from the name or path that stands there: fit to be shown and to be a file's name on every
 * system. Only the last part of a path is kept; characters that could mislead or that some system forbids become `_`. Nothing left gives `fallback`.
 */
export function entryName(written: string, fallback: string): string {
  const last = lastPart(written.toWellFormed().normalize('NFC'))
  const name = last.replace(UNSAFE, '_').replace(/^[\s.]+|[\s.]+$/g, '')
  if (/^_*$/.test(name)) return fallback
  if (name.length <= LONGEST) return name
  const extension = /\.[^.\s]+$/.exec(name)?.[0] ?? ''
  const kept = extension.length <= LONGEST_EXTENSION ? extension : ''
  return `${name.slice(0, LONGEST - 1 - kept.length).trimEnd()}…${kept}`.toWellFormed()
}

/** Text from a container for people to read in a line or a sentence: without control characters, short. */
export function shown(text: string, longest = 100): string {
  const line = text.toWellFormed().replace(UNSAFE_TO_SHOW, '�').replace(/\s+/g, ' ').trim()
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`.toWellFormed()
}
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSAFE_TO_SHOW = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/g

function lastPart(path: string): string {
  const parts = path.split(/[/\\]/).filter((part) => part.trim() !== '')
  return parts.at(-1) ?? ''
}
