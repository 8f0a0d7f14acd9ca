import type { PressText } from '../lines.ts'
import type { PressArticle, PressProfile } from '../profile.ts'
import { codedArticles } from './factiva-coded.ts'
import { ACCESSION, plainArticles, WORDS_SIGN } from './factiva-plain.ts'

/**
 * Factiva (Dow Jones): pages, RTF and plain text, in both forms that it saves. With indexing each line has a code of two or three letters (`HD` the
 * headline, `LP` and `TD` the text); without it the lines stand in an order of their own.
 */
export const factiva: PressProfile = {
  name: 'Factiva',
  extractor: 'factiva/1',
  signs: new RegExp(
    `(?:^|[\\n>])[ \\t]{0,4}\\*?(?:HD|LP|TD)(?=[ \\t\\n<&*])|${ACCESSION.source}|${WORDS_SIGN.source}`,
    'u'
  ),
  articlesOf(text: PressText): PressArticle[] {
    const coded = codedArticles(text.lines)
    return coded.length > 0 ? coded : plainArticles(text)
  }
}
