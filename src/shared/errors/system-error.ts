import { DossierError, type ErrorCode, type Failure } from './errors.ts'

/** What a failure of the operating system means for people. */
export interface SystemFailure {
  /** The system's own code, such as `ENOSPC`. */
  system: string
  code: ErrorCode
  /** A clause with a capital: what the system refused, and why. */
  because: string
  /** A sentence: what to do about it. */
  advice: string
  /** The file or folder concerned; null when the system didn't say. */
  path: string | null
}

type Meaning = Pick<SystemFailure, 'code' | 'because' | 'advice'>

const DENIED: Meaning = {
  code: 'denied',
  because: 'Permission is denied',
  advice: 'Check the permissions of the file and its folder, and try again.'
}
const WRITE_PROTECTED: Meaning = {
  code: 'read-only',
  because: 'The disk or folder is write-protected',
  advice: 'Choose another place, or make this one writable, and try again.'
}
const FULL: Meaning = { code: 'disk-full', because: 'The disk is full', advice: 'Free some space and try again.' }
const DISK: Meaning = {
  code: 'io',
  because: 'The disk reported an error',
  advice: 'Copy what is on it to another disk soon, and check this one.'
}
const GONE: Meaning = {
  code: 'io',
  because: 'The disk or network drive doesn’t answer',
  advice: 'Connect it again and try again.'
}
const IN_USE: Meaning = {
  code: 'io',
  because: 'Another program is using it',
  advice: 'Close it there and try again.'
}
const TOO_MANY: Meaning = {
  code: 'io',
  because: 'Too many files are open at once',
  advice: 'Close other programs and try again.'
}
const MISSING: Meaning = {
  code: 'not-found',
  because: 'There is no such file or folder',
  advice: 'Check the name and its folder.'
}
const LARGE: Meaning = {
  code: 'too-large',
  because: 'The file is larger than Dossier can read',
  advice: 'Use a smaller part of it.'
}
const NAME: Meaning = { code: 'io', because: 'This disk doesn’t take the name', advice: 'Choose another name.' }

/** By the codes of POSIX (errno.h), under which Node tells the failures of every system, and Node's own for sizes. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  ENOSPC: FULL,
  EDQUOT: { ...FULL, because: 'The share of the disk that you may use is full' },
  EFBIG: {
    code: 'too-large',
    because: 'The file would be larger than this disk allows',
    advice: 'Choose another disk.'
  },
  EROFS: WRITE_PROTECTED,
  EACCES: DENIED,
  EPERM: DENIED,
  EIO: DISK,
  EUCLEAN: DISK,
  EMFILE: TOO_MANY,
  ENFILE: TOO_MANY,
  ENOMEM: {
    code: 'out-of-memory',
    because: 'The memory is used up',
    advice: 'Close other programs and try again.'
  },
  ENOENT: MISSING,
  ENOTDIR: {
    code: 'not-found',
    because: 'A file stands where a folder should be',
    advice: 'Check the name and its folder.'
  },
  EISDIR: {
    code: 'io',
    because: 'A folder stands where a file should be',
    advice: 'Choose another name.'
  },
  EEXIST: {
    code: 'io',
    because: 'Something of that name is there already',
    advice: 'Choose another name.'
  },
  ENOTEMPTY: { code: 'io', because: 'The folder isn’t empty', advice: 'Choose another name.' },
  ELOOP: {
    code: 'io',
    because: 'The path leads through links that lead back to themselves',
    advice: 'Mend the links, or name the file itself.'
  },
  ENAMETOOLONG: {
    code: 'io',
    because: 'The path is longer than the system allows',
    advice: 'Choose a shorter name, or a folder higher up.'
  },
  EILSEQ: NAME,
  EINVAL: {
    code: 'io',
    because: 'The system doesn’t do this with that file or name',
    advice: 'Choose another name or another disk.'
  },
  ENXIO: {
    code: 'io',
    because: 'This is neither a file nor a folder',
    advice: 'Choose a file.'
  },
  EBUSY: IN_USE,
  ETXTBSY: IN_USE,
  EAGAIN: IN_USE,
  ENODEV: GONE,
  ESTALE: GONE,
  ENOTCONN: GONE,
  EHOSTDOWN: GONE,
  EHOSTUNREACH: GONE,
  ETIMEDOUT: GONE,
  CANTOPEN: {
    code: 'io',
    because: 'The system refuses to open it',
    advice: 'Check its permissions and its folder, and try again.'
  },
  ERR_FS_FILE_TOO_LARGE: LARGE,
  ERR_STRING_TOO_LONG: LARGE
}

/** By the primary result codes of SQLite (sqlite.org/rescode.html): what the system told SQLite. */
const SQLITE: Readonly<Record<number, string>> = {
  3: 'EACCES',
  5: 'EBUSY',
  6: 'EBUSY',
  7: 'ENOMEM',
  8: 'EROFS',
  10: 'EIO',
  13: 'ENOSPC',
  14: 'CANTOPEN'
}

/** Failures that are about where something goes, not where it comes from. */
const OF_TARGET: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EEXIST', 'ENOTEMPTY', 'EISDIR', 'EFBIG'])

/** Names under which Dossier puts things together beside their place, with what stands below: nothing that anybody asked for. */
const WORKING_NAME = /[\\/]\.[^\\/]*(?:\.dossier-tmp|unfinished-[^\\/]*|\.restoring-[^\\/]*)(?:[\\/].*)?$/

/** The failure of the operating system that an error is, or that caused it; null when there is none. */
export function systemFailure(error: unknown): SystemFailure | null {
  for (let at = error, deep = 0; at instanceof Error && deep < 8; at = at.cause, deep++) {
    if (at instanceof DossierError) continue
    const { code, path, dest, errcode } = at as Error & Partial<Record<'code' | 'path' | 'dest' | 'errcode', unknown>>
    const system =
      code === 'ERR_SQLITE_ERROR'
        ? SQLITE[Number(errcode) & 0xff]
        : code === 'ERR_WORKER_INIT_FAILED'
          ? /\bE[A-Z]{3,}\b(?!_)/.exec(at.message)?.[0]
          : code
    if (typeof system !== 'string') continue
    const known = Object.hasOwn(MEANINGS, system) ? MEANINGS[system] : undefined
    if (!known && !/^E[A-Z0-9]{2,}$/.test(system)) continue
    const meaning = known ?? {
      code: 'io',
      because: `The system reported an error (${system})`,
      advice: 'Try again.'
    }
    // Of a copy or a new name, what the target lacks is told of the target.
    const place = typeof dest === 'string' && OF_TARGET.has(system) ? dest : path
    return {
      system,
      path: typeof place === 'string' && place !== '' ? place.replace(WORKING_NAME, '') : null,
      ...meaning
    }
  }
  return null
}

/** What a failure is to programs where something was to be saved: nothing that was looked for is missing, and what is denied is to write. */
const OF_SAVING: Partial<Record<ErrorCode, ErrorCode>> = { denied: 'read-only', 'not-found': 'io' }

/**
 * A failure of the operating system as one of ours: “«because», so «what» could not be «done» («path»). «kept» «advice»”. The path is left out where
 * `what` says it. Null when the error is none of the system's.
 */
export function toDossierError(
  error: unknown,
  { what, done, kept }: { what: string; done: 'saved' | 'read'; kept: string }
): DossierError | null {
  const found = systemFailure(error)
  if (!found) return null
  const { because, advice, path } = found
  const code = done === 'saved' ? (OF_SAVING[found.code] ?? found.code) : found.code
  const place = path === null || what.includes(path) ? '' : ` (“${path}”)`
  const sentence = `${because}, so ${what} could not be ${done}${place}.`
  return new DossierError(code, [sentence, kept, advice].filter(Boolean).join(' '), { cause: error })
}

/**
 * Any error as data, at a boundary: one of ours as it is, one of the system's by what it means, anything else as the defect that it is. Never holds a
 * stack trace.
 */
export function toFailure(error: unknown): Failure {
  if (error instanceof DossierError) return error.toFailure()
  const found = systemFailure(error)
  if (found) {
    const { code, because, advice, path } = found
    const place = path === null ? '' : `: “${path}”`
    return { code, message: `${because}${place}. What was saved before is unchanged. ${advice}` }
  }
  const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!.slice(0, 300)
  return {
    code: 'internal',
    message: `Something went wrong inside Dossier (${reason}). What was saved before is unchanged. Try again; if it happens again, report it with these words.`
  }
}
