/** A line of a quoted reply: how deep it's quoted, and what it says. */
const QUOTED = /^>(?: ?>)*/

/**
 * Joins the lines of a text with `format=flowed` (RFC 3676): a line that ends with a space goes on below, as long as it's quoted equally deep; the space
 * that protects the beginning of a line goes, and with `delsp` the one at the end, too. The mark of a signature stands alone.
 */
export function unflow(text: string, delSp: boolean): string {
  const lines: string[] = []
  // Pieces of the line that goes on, joined when it ends: a line may have a million of them.
  let open: { depth: number; pieces: string[] } | null = null
  const close = (): void => {
    if (open !== null) lines.push(written(open.depth, open.pieces.join('')))
    open = null
  }
  for (const raw of text.split(/\r?\n/)) {
    const marks = QUOTED.exec(raw)?.[0] ?? ''
    const depth = marks.replaceAll(' ', '').length
    const line = raw.slice(marks.length).replace(/^ /, '')
    const isSignature = line === '-- '
    const before = open as { depth: number; pieces: string[] } | null
    // An empty line ends a paragraph also where the line above says that it goes on.
    if (before !== null && (before.depth !== depth || isSignature || line === '')) close()
    const goesOn = line.endsWith(' ') && !isSignature
    const piece = goesOn && delSp ? line.slice(0, -1) : line
    if (open === null) open = { depth, pieces: [piece] }
    else (open as { pieces: string[] }).pieces.push(piece)
    if (!goesOn) close()
  }
  close()
  return lines.join('\n')
}

/** A line of a signature keeps its space, the others end where their words do. */
function written(depth: number, words: string): string {
  const line = words === '-- ' ? words : words.replace(/ +$/, '')
  return depth === 0 ? line : `${'>'.repeat(depth)}${line === '' ? '' : ' '}${line}`
}
