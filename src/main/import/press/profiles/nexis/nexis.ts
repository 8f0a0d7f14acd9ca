import type { PressProfile } from '../../profile.ts'
import { academicArticles } from './academic.ts'
import { uniArticles } from './uni.ts'

/** Nexis Uni, Nexis Advance, Lexis Advance and Lexis+: articles that end with a line that says so. */
export const nexis: PressProfile = {
  name: 'Nexis',
  extractor: 'nexis/1',
  signs:
    /load-date|end of document|ende des dokument|dokumentende|fin d[eu]l? documento?|fine (?:del )?documento|fim do documento|einde? (?:van )?(?:het )?document/i,
  articlesOf: uniArticles
}

/** LexisNexis Academic, nexis.com and its editions for other countries: articles that begin with their number. */
export const lexisNexis: PressProfile = {
  name: 'LexisNexis',
  extractor: 'lexisnexis/1',
  signs:
    /(?:^|>)[ \t]*(?:(?:dokument|document|documento) (?=\d+ (?!of)))?\d{1,6} (?:of|von|sur|de|di|van) \d{1,6}(?: do[ck]ument(?:s|en?|os?|i)?)?[ \t]*(?:<|$)|(?:^|>)[ \t]*we are sorry but there is an error/im,
  articlesOf: academicArticles
}
