const PICTURE = /\/Subtype\s*\/Image\b/
/** A page that was scanned has more pixels than that, a logo fewer. */
const LARGE = 400_000
const LONGEST_DICTIONARY = 1_500

/** How many pictures of a page's size a PDF's bytes hold; they needn't be shown. */
export function countPictures(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  for (let at = file.indexOf('/Image'); at !== -1; at = file.indexOf('/Image', at + 6)) {
    const start = Math.max(0, file.lastIndexOf(' obj', at), at - LONGEST_DICTIONARY)
    const stream = file.indexOf('stream', at)
    const dictionary = file.toString(
      'latin1',
      start,
      Math.min(stream === -1 ? file.length : stream, at + LONGEST_DICTIONARY)
    )
    if (!PICTURE.test(dictionary)) continue
    if (numberIn(dictionary, 'Width') * numberIn(dictionary, 'Height') >= LARGE) count++
  }
  return count
}

function numberIn(dictionary: string, name: string): number {
  return Number(new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary)?.[1] ?? 0)
}
