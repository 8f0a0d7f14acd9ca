const LONGEST = 200

/**
 * A name that can be shown and stored: the part behind the last slash or backslash, without control characters and without those that turn
 * the writing direction, which can make `fdp.exe` look like `exe.pdf`; each is shown as U+FFFD.
 */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? ''
  const clean = last
    .toWellFormed()
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    .replace(/[\u0000-\u001F\u007F-\u009F\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
    .trim()
  if (clean === '' || clean === '.' || clean === '..') return 'unnamed'
  if (clean.length <= LONGEST) return clean
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? ''
  return `${clean.slice(0, LONGEST - ending.length - 1).toWellFormed()}…${ending}`
}
