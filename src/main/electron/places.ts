import { randomBytes } from 'node:crypto'
import { basename, extname, isAbsolute } from 'node:path'
import { DossierError } from '../../shared/errors/errors.ts'
import { ENDINGS, SINGLE_USE, type Place, type PlaceUse, type Purpose } from '../../shared/api/place.ts'

interface Entry {
  token: Place
  purpose: Purpose
  paths: readonly string[]
}

/** Tokens, and paths in all of them, that are kept at the same time; the oldest give way. */
const MOST_TOKENS = 4_000
const MOST_PATHS = 400_000

const UNKNOWN = 'Dossier does not know this place any more, so nothing was done. Choose it again.'
const OTHER_PURPOSE = 'This place was chosen for something else, so nothing was done. Choose one for this.'
const ONE_ONLY = 'This takes one file or folder, and several were chosen. Nothing was done. Choose one.'

/** Names of Windows devices, with or without an ending: no file can have them there. */
const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$|clock\$)(\.|$)/i

/** Why nothing may be written to a path that was chosen for a purpose, the end of a sentence; null when it may. */
export function whyUnsafe(path: string, purpose: Purpose, platform: NodeJS.Platform = process.platform): string | null {
  const name = basename(path)
  const endings = ENDINGS[purpose]
  if (!isAbsolute(path)) return 'it doesn’t say in which folder'
  if (path.split(/[\\/]/).includes('..')) return 'it leads through “..” to another folder'
  if ([...path].some((character) => character < ' ' || character === '\u007f')) return 'it holds a control character'
  if (DEVICE.test(name.trim())) return 'that is the name of a device on Windows'
  if (/[. ]$/.test(name)) return 'it ends in a full stop or a space, which Windows leaves off'
  if (platform === 'win32' && (/[<>:"|?*]/.test(name) || /^[\\/]{2}[.?][\\/]/.test(path)))
    return 'it holds characters that Windows keeps for itself'
  if (endings && !endings.includes(extname(name).toLowerCase())) return `it must end in ${endings.join(' or ')}`
  return null
}

/** The places of this session: what people chose, and what main itself knows, by the tokens that the page has of them. */
export class Places {
  readonly #byToken = new Map<string, Entry>()
  readonly #known = new Map<string, Place>()
  #paths = 0

  /** A token for what a person chose just now. @throws DossierError `bad-request` when nothing may be written there */
  choose(purpose: Purpose, paths: readonly string[]): Place {
    for (const path of paths) mustBeUsable(path, purpose)
    return this.#add(purpose, paths)
  }

  /** A token for a path that main knows: the same for the same path. */
  know(purpose: Purpose, path: string): Place {
    const key = `${purpose} ${path}`
    const before = this.#known.get(key)
    const entry = before === undefined ? undefined : this.#byToken.get(before)
    if (entry) {
      // What is asked for again is kept longest.
      this.#byToken.delete(entry.token)
      this.#byToken.set(entry.token, entry)
      return entry.token
    }
    const token = this.#add(purpose, [path])
    this.#known.set(key, token)
    return token
  }

  /**
   * The paths of a token, for a request that takes what `use` says. Nothing is used up.
   * @throws DossierError `bad-request` for a token that isn't of this session or not of this purpose
   */
  look(token: string, use: PlaceUse, request: object): readonly string[] {
    const entry = this.#byToken.get(token)
    if (!entry) throw new DossierError('bad-request', UNKNOWN)
    const fits = use.fits?.(request) ?? entry.purpose
    if (!use.purposes.includes(entry.purpose) || entry.purpose !== fits)
      throw new DossierError('bad-request', OTHER_PURPOSE)
    if (!use.many && entry.paths.length !== 1) throw new DossierError('bad-request', ONE_ONLY)
    for (const path of entry.paths) mustBeUsable(path, entry.purpose)
    return entry.paths
  }

  /** Takes a token back whose purpose serves one request. */
  spend(token: string): void {
    const entry = this.#byToken.get(token)
    if (entry && SINGLE_USE.has(entry.purpose)) this.#drop(entry)
  }

  #add(purpose: Purpose, paths: readonly string[]): Place {
    const token = randomBytes(24).toString('base64url') as Place
    this.#byToken.set(token, { token, purpose, paths })
    this.#paths += paths.length
    for (const oldest of this.#byToken.values()) {
      if (this.#byToken.size <= MOST_TOKENS && this.#paths <= MOST_PATHS) break
      // What was chosen just now is good for once, however much it is.
      if (oldest.token !== token) this.#drop(oldest)
    }
    return token
  }

  #drop({ token, purpose, paths }: Entry): void {
    this.#byToken.delete(token)
    this.#known.delete(`${purpose} ${paths[0] ?? ''}`)
    this.#paths -= paths.length
  }
}

function mustBeUsable(path: string, purpose: Purpose): void {
  if (!SINGLE_USE.has(purpose)) {
    if (isAbsolute(path) && !path.includes('\0')) return
    throw new DossierError('bad-request', UNKNOWN)
  }
  const why = whyUnsafe(path, purpose)
  if (why !== null)
    throw new DossierError(
      'bad-request',
      `“${basename(path)}” can’t be used: ${why}. Nothing was written. Choose again.`
    )
}
