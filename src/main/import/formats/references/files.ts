/**
 * The paths in a `file` field: `Full Text:files/12/a.pdf:application/pdf;Snapshot:…` (Zotero), `:a.pdf:PDF` (JabRef), or bare paths; `;`, `:` and backslashes are
 * escaped by a backslash, drive letters' colons not always.
 */
export function attachedFiles(field: string): string[] {
  return splitUnescaped(field.replaceAll('$\\backslash$', '\\'), ';')
    .map((attachment) => unescaped(pathIn(splitUnescaped(attachment, ':'))))
    .filter((path) => path !== '' && !/^https?:/i.test(path))
}

function pathIn(parts: readonly string[]): string {
  const [first = '', second = ''] = parts
  if (parts.length < 2) return first
  const isDrive = /^\s*[a-z]$/i.test(first) && /^[\\/]/.test(second)
  if (parts.length > 2 && !isDrive) return parts.slice(1, -1).join(':')
  const isTyped = /^[a-z]+(?:\/[\w.+-]+)?$/i.test(parts.at(-1)!)
  if (isDrive) return (parts.length > 2 && isTyped ? parts.slice(0, -1) : parts).join(':')
  return isTyped && /\.\w{1,5}$/.test(first) ? first : second
}

function splitUnescaped(text: string, mark: string): string[] {
  const parts = ['']
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === mark) parts.push('')
    else {
      const taken = char === '\\' ? text.slice(at, at + 2) : char
      parts.push(parts.pop()! + taken)
      at += taken.length - 1
    }
  }
  return parts
}

function unescaped(path: string): string {
  return path.replace(/\\([:;\\{}_&%#$~ ])/g, '$1').trim()
}
