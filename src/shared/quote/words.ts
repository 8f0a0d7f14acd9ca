let segmenter: Intl.Segmenter | undefined

/**
 * The words of a text and what stands between them: by the rules of Unicode (UAX #29), and by dictionary where words stand without spaces
 * (Chinese, Japanese, Thai). The rules are read when they are first needed, as that takes long.
 */
export function wordSegments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  return segmenter.segment(text)
}
