/** What names a part of the work, or its kind, and not the work. */
const PART =
  /^(?:chapter|part|section|volume|vol\.?|book|appendix|annex|kapitel|teil|band|chapitre|partie|tome|capítulo|parte|capitolo|hoofdstuk|deel|rozdział|глава|часть)\s+(?:[\divxlc]+|one|two|three|four|five|six|seven|eight|nine|ten|eins|zwei|drei|un|deux|trois|uno|dos|due)\b[.:]?$/iu
/** `No. 31-55436`, `Case 1:31-cv-01061`: a number by which the work is kept. */
const NUMBER =
  /^(?:case|docket|file|civil action|appeal|index)?\s*(?:nos?|nr|number)?\.?:?\s*[\d:./-]*\d[\d\p{L}:./-]*$/iu
const NO_TITLE =
  /^(?:[\p{N}\p{P}\p{S}\s]*|[ivxlc]+|contents|table of contents|inhalt(?:sverzeichnis)?|sommaire|índice|abstract|zusammenfassung|résumé|page \d+|filed|received|entered|recorded|copy|draft|confidential|original|certified)$/iu

/** Whether a line in large letters names a part or the number of a work, and not the work. */
export function namesNoWork(text: string): boolean {
  return PART.test(text) || NUMBER.test(text) || NO_TITLE.test(text)
}
