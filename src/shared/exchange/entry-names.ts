import { say, type Said } from '../wording/say.ts'

/** Longest name of a file in a bundle, folders included: what Windows opens without special measures. */
const LONGEST_NAME = 240
/** Folders within folders. A bundle has three; more is somebody's trap for programs that recurse. */
const DEEPEST = 12

const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\.|$)/i
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd<>:"|?*]/

/**
 * Why a file's name can't be accepted from elsewhere, as the end of a sentence; null when it can. Names are relative with
 * `/` between folders, and must be fit for every system: one that another system reads otherwise is no name to trust.
 */
export function nameProblem(name: string): Said | null {
  const problem = pathProblem(name)
  if (problem !== null) return problem
  if (name.length > LONGEST_NAME) return say('has a name that is too long')
  if (UNSAFE.test(name)) return say('has characters in its name that aren’t allowed there')
  const parts = name.split('/')
  if (parts.length > DEEPEST) return say('lies too many folders deep')
  for (const part of parts) {
    if (/[. ]$/.test(part)) return say('has a name that ends in a dot or a space')
    if (RESERVED.test(part)) return say('has a name that Windows keeps for devices')
  }
  return null
}

/** Why a path leads, on some system, to another place than one below its folder, as the end of a sentence; null when it doesn't. */
export function pathProblem(name: string): Said | null {
  if (name === '') return say('has no name')
  if (name.includes('\\')) return say('has a backslash in its name')
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return say('has an absolute path')
  const isNowhere = name.split('/').some((part) => part === '' || part === '.' || part === '..')
  return isNowhere ? say('has a path that leads out of its folder or nowhere') : null
}

/** An id or key from elsewhere that is safe as part of a file's name on every system. */
export function isSafeId(id: string): boolean {
  return /^[A-Za-z0-9-]{1,64}$/.test(id) && nameProblem(id) === null
}

/** A name as systems that don't tell upper from lower case, or composed from decomposed letters, see it. */
export function foldedName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/**
 * Finds a name that some system would take for another one of the same list: a duplicate, one that differs in case or
 * composition only, or a file where another name has a folder. Null when there is none.
 */
export function clashingName(names: Iterable<string>): string | null {
  const seen = new Set<string>()
  const folders = new Set<string>()
  for (const name of names) {
    const folded = foldedName(name)
    if (seen.has(folded)) return name
    seen.add(folded)
    for (let i = folded.indexOf('/'); i !== -1; i = folded.indexOf('/', i + 1)) folders.add(folded.slice(0, i))
  }
  for (const folder of folders) if (seen.has(folder)) return folder
  return null
}
