import { DossierError } from '../../shared/api/errors.ts'

/** Largest file that is imported, in bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** Levels of mails, parts of mails and containers, one in the other, that are read. */
export const DEEPEST_LEVEL = 50

/** Throws `too-large` for files over the limit. */
export function refuseTooLarge(bytes: number, name: string): void {
  if (bytes <= LARGEST_FILE) return
  const limit = LARGEST_FILE / 1024 / 1024
  throw new DossierError(
    'too-large',
    `“${name}” has ${Math.ceil(bytes / 1024 / 1024)} MB; files over ${limit} MB aren’t imported. Nothing was imported; the file is unchanged. Split it, or import the part you need.`
  )
}
