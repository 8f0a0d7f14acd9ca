/** The programs that leave copies beside a file when two machines changed it, by the marks that they put into its name. */
const MARKS: readonly { service: string; mark: RegExp }[] = [
  { service: 'Syncthing', mark: /^\.sync-conflict-\d{8}-\d{6}(-[A-Z0-9]+)?$/ },
  { service: 'Nextcloud', mark: /^ \(conflicted copy \d{4}-\d{2}-\d{2} \d{6}\)$/ },
  { service: 'Nextcloud', mark: /^_conflict-\d{8}-\d{6}$/ },
  // `(Jo's conflicted copy 2031-03-12)`, and the same words in other languages: always a date in brackets.
  { service: 'Dropbox', mark: /^ \([^()]*\d{4}-\d{2}-\d{2}[^()]*\)( \(\d+\))?$/ },
  {
    service: 'Dropbox',
    mark: /^ \([^()]*(conflicted copy|case conflict|selective sync conflict)[^()]*\)( \(\d+\))?$/i
  },
  { service: 'Google Drive', mark: /^( \[conflict\]| \(\d+\)|_conf\(\d+\))$/i },
  { service: 'iCloud', mark: /^ \d+$/ },
  { service: 'a file manager', mark: /^( - copy| copy)( \(?\d+\)?)?$/i },
  // The machine's name in capitals, as Windows gives it: `-DESKTOP-AB12CD3`, `-LAPTOP-2`.
  { service: 'OneDrive', mark: /^-[A-Z0-9][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/ }
]

/** A copy that a program made of a file which two machines had changed. */
export interface ConflictCopy {
  /** The file's name as it stands. */
  name: string
  /** The name of the file that it is a copy of. */
  of: string
  /** The program whose way of naming it is. */
  service: string
}

/**
 * Finds the conflict copies among the names in one folder. `isDocument` tells which names (without folder) are the case's own; a copy is recognised
 * whether or not the file that it's a copy of is there.
 */
export function conflictCopies(names: readonly string[], isDocument: (name: string) => boolean): ConflictCopy[] {
  const present = new Set(names)
  const copies: ConflictCopy[] = []
  for (const name of names) {
    const found = copyOf(name, (candidate) => isDocument(candidate) && (present.has(candidate) || !isDocument(name)))
    if (found) copies.push({ name, ...found })
  }
  return copies
}

function copyOf(name: string, isOriginal: (name: string) => boolean): { of: string; service: string } | null {
  const dot = name.lastIndexOf('.')
  if (dot <= 0) return null
  const stem = name.slice(0, dot)
  const ending = name.slice(dot)
  for (const { service, mark } of MARKS) {
    // The shortest remainder that's a mark: what stands before it must be a document's name.
    for (let at = stem.length - 1; at > 0; at--) {
      const of = stem.slice(0, at) + ending
      if (mark.test(stem.slice(at)) && isOriginal(of)) return { of, service }
    }
  }
  return null
}
