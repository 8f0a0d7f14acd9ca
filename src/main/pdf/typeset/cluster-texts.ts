import type { GlyphInfo, GlyphPosition } from 'harfbuzzjs'

const MARK = /^\p{Mn}$/u

/** What a glyph stands for: alone, and with the marks on it where they have glyphs of their own. */
export interface GlyphText {
  text: string
  actual: string | null
}

/**
 * The text that each glyph stands for, so that whoever reads the glyphs in their order gets the text. Characters that
 * share glyphs (a cluster) are dealt out: marks to glyphs without width, the rest to those with width, in the order in
 * which the glyphs stand. Readers take a glyph with a mark in its text for one without width, and a word that holds such
 * a glyph for two. Clusters rise from left to right, or fall in right-to-left text.
 */
export function clusterTexts(
  infos: readonly GlyphInfo[],
  positions: readonly GlyphPosition[],
  text: string,
  rightToLeft: boolean
): GlyphText[] {
  const texts = infos.map((): GlyphText => ({ text: '', actual: null }))
  const step = rightToLeft ? -1 : 1
  for (let i = rightToLeft ? infos.length - 1 : 0; i >= 0 && i < infos.length;) {
    const { cluster } = infos[i]!
    const members = [i]
    let next = i + step
    while (infos[next]?.cluster === cluster) {
      members.push(next)
      next += step
    }
    const own = text.slice(cluster, infos[next]?.cluster ?? text.length)
    if (members.length === 1) texts[i] = { text: own, actual: null }
    else {
      const wide = members.map((member) => positions[member]!.xAdvance !== 0)
      deal(own, wide).forEach((share, n) => (texts[members[n]!] = share))
    }
    i = next
  }
  return texts
}

/** Deals the characters of a cluster out to its glyphs, of which some have a width. */
function deal(text: string, wide: readonly boolean[]): GlyphText[] {
  const characters = [...text]
  const firstMark = characters.findIndex((character) => MARK.test(character))
  const endsInMarks = firstMark > 0 && characters.slice(firstMark).every((character) => MARK.test(character))
  const narrow = wide.filter((each) => !each).length
  const bases = wide.length - narrow
  if (bases === 0) return wide.map((_, i) => ({ text: i === 0 ? text : '', actual: null }))
  const marks = endsInMarks && narrow > 0 ? characters.splice(firstMark) : []
  const above = marks.join('')
  let base = 0
  let mark = 0
  return wide.map((isWide) => {
    const last = isWide ? ++base === bases : ++mark === narrow
    const share = (isWide ? characters : marks).splice(0, last ? Infinity : 1).join('')
    return { text: share, actual: isWide && last && above !== '' ? share + above : null }
  })
}
