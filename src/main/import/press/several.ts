import type { Piece } from '../extracted/blocks.ts'
import { layOut } from '../extracted/blocks.ts'
import type { Extracted } from '../extracted/extracted.ts'
import { noFindings, toMetadata } from '../metadata/findings.ts'
import { addDetectedLanguage } from '../metadata/language.ts'
import { labelsOf } from './labels.ts'
import { NUMBER } from './profiles/europresse.ts'
import { ACCESSION, WORDS } from './profiles/factiva-plain.ts'

/** What a reader of such a source must know. */
export const SEVERAL =
  'This looks like several articles of a press database that Dossier couldn’t tell apart. They are kept as one source, under the name of none. Save them again as a web page, or each by itself, and import that.'

/** `2 of 15 DOCUMENTS`, `Document 2 of 15`, `Dokument 2 von 15`: pages are counted alike, so the word must be there. */
const COUNTER =
  /^\s*(?:(?:do[ck]ument[oe]?s?|articles?|artikel|artículos?|articol[oi]|artigos?)\s+(\d{1,5})\s+(?:of|von|de|sur|di|van|\/)\s*(\d{1,5})|(\d{1,5})\s+(?:of|von|de|sur|di|van)\s+(\d{1,5})\s+do[ck]ument(?:[oei]?s?|en|i))\s*$/iu
const NUMBERED = new RegExp(`^\\s*\\p{L}[\\p{L} .]{0,30}[ \\u00A0\\t]*(${ACCESSION.source})\\s*$`, 'u')

/** A record of a Japanese database in one line: its number, the day, and how many characters it has. */
const RECORD =
  /^\s*(?:No\.?\s*)?(\d{1,5})(?!\d).*(?<!\d)(?:18|19|20)\d\d\s?[.年/]\s?\d{1,2}\s?[.月/]\s?\d{1,2}(?!\d).*\d(?:文字|字)(?!\p{L})/u

/** The source of a record of Integrum. */
const SOURCE = /(?:^|\s)\^ИС:/u

/** Labels of press databases' articles: those that nothing else has, those of a number of words, and those that any record may have. */
const labelOf = labelsOf({
  own: 'load-date|load date|publication-type|publication title|publication info|full text|proquest document id|gale document number|ladedatum|date-chargement|date-de-chargement|type-publication|fecha de carga|laaddatum',
  length: 'length|word count|länge|wortanzahl|longueur|nombre de mots|longitud|lunghezza|comprimento|lengte',
  common:
    'title|headline|author|authors|byline|section|date|published|publication date|publication type|source|publication|publisher|language|copyright|edition|page|pages|graphic|dateline|body|abstract|database|issn|accession number|document number|document id|record number|dokumentnummer|dokument-id|numéro de document|número de documento|numero di documento|número do documento|documentnummer|titel|überschrift|autor|autoren|rubrik|datum|quelle|sprache|seite|ausgabe|titre|auteur|rubrique|langue|édition|título|sección|fecha|fuente|idioma|titolo|autore|sezione|data|fonte|lingua|seção|sectie|bron|taal'
})

/** Whether lines look like those of several articles of a press database, one below the other. Linear in their number. */
export function looksLikeSeveral(lines: readonly string[]): boolean {
  const counters = new Map<string, Set<string>>()
  const numbers = new Set<string>()
  let sources = 0
  const labels = new Map<string, { isOwn: boolean; count: number }>()
  for (const text of lines) {
    if (text.length > 600) continue
    const counter = COUNTER.exec(text)
    if (counter) {
      const [number, total] = [counter[1] ?? counter[3]!, counter[2] ?? counter[4]!]
      counters.set(total, (counters.get(total) ?? new Set()).add(number))
    }
    const number = NUMBERED.exec(text)?.[1] ?? NUMBER.exec(text)?.[0]
    if (number !== undefined) numbers.add(number)
    const record = RECORD.exec(text)?.[1]
    if (record !== undefined) numbers.add(record)
    if (SOURCE.test(text)) sources++
    const label = labelOf({ text })
    if (!label) continue
    const known = labels.get(label.label)
    if (known) known.count++
    else
      labels.set(label.label, {
        isOwn: label.name === 'own' || (label.name === 'length' && WORDS.test(label.value)),
        count: 1
      })
  }
  if (numbers.size > 1 || sources > 1 || [...counters.values()].some((seen) => seen.size > 1)) return true
  const repeated = [...labels.values()].filter(({ count }) => count > 1)
  return repeated.length >= 3 && repeated.some(({ isOwn }) => isOwn)
}

/** Articles that couldn't be told apart, as one document with all that the file says and no article's metadata. */
export function severalDocument(
  pieces: readonly Piece[],
  about: Pick<Extracted, 'extractor' | 'mediaType' | 'extension'>
): Extracted {
  const findings = noFindings()
  const laid = layOut(pieces)
  addDetectedLanguage(findings, laid.text)
  return { ...about, ...laid, metadata: toMetadata(findings), notice: SEVERAL }
}
