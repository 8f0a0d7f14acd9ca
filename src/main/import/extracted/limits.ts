import { DossierError } from '../../../shared/errors/errors.ts'

/** Largest file that is imported, in bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** Levels of mails, parts of mails and containers, one in the other, that are read. */
export const DEEPEST_LEVEL = 50

/** Paragraphs of a document, and works of a reference manager's export: the program that takes them over must not stand still for long. */
const MOST_BLOCKS = 500_000
const MOST_REFERENCES = 100_000

/** Items of one file on disk that may exceed their limits before its others are left alone. */
export const MOST_SPENT = 5

/** Throws `too-large` for what would hold up the program by its number of pieces. */
export function refuseTooMany(blocks: number, references: number, name: string): void {
  if (blocks <= MOST_BLOCKS && references <= MOST_REFERENCES) return
  const what =
    blocks > MOST_BLOCKS
      ? `${blocks.toLocaleString('en')} paragraphs; files with over ${MOST_BLOCKS.toLocaleString('en')}`
      : `${references.toLocaleString('en')} works; files with over ${MOST_REFERENCES.toLocaleString('en')}`
  throw new DossierError(
    'too-large',
    `“${name}” has ${what} aren’t imported. Nothing was imported; the file is unchanged. Split it, or import the part you need.`
  )
}

/** Throws `too-large` for files over the limit. */
export function refuseTooLarge(bytes: number, name: string, most = LARGEST_FILE): void {
  if (bytes <= most) return
  const limit = most / 1024 / 1024
  throw new DossierError(
    'too-large',
    `“${name}” has ${Math.ceil(bytes / 1024 / 1024)} MB; files over ${limit} MB aren’t imported. Nothing was imported; the file is unchanged. Split it, or import the part you need.`
  )
}

/** The error for a file in which no text is left to read. */
export function emptyFile(name: string): DossierError {
  return new DossierError(
    'empty',
    `“${name}” holds no text. Nothing was imported; choose another file, or save the article again.`
  )
}
