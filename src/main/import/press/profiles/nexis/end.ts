import type { Line, PressText } from '../../lines.ts'
import type { PressArticle } from '../../profile.ts'
import { readDateLine } from './date-line.ts'
import { readLabel } from './labels.ts'

/** The line behind each document, in the languages of the interface. */
export const END =
  /^(?:end of document|ende des dokument(?:e?s)|dokumentende|fin (?:du|de) document|fin del? documento|fine (?:del )?documento|fim do documento|eind(?:e)? (?:van (?:het )?)?document)$/iu

/** What is said of a document whose head isn't known. */
export const UNREAD =
  'Dossier could not read the head of this document. Headline, publication and date stand in its text: fill them in by hand.'

/** Whether lines of a text hold the day on which the database took an article in: another article stands there, whose beginning is missing. */
export function holdsAnother(body: readonly Line[]): boolean {
  return body.some(({ text }) => {
    const label = text.length <= 80 ? readLabel(text) : null
    const isNamed = label !== null && (/[- ]/.test(label.label) || label.label === label.label.toUpperCase())
    return label?.field === 'loaded' && isNamed && readDateLine(label.value) !== null
  })
}

/** A document of which nothing can be told: all that stands there is its text. */
export function noArticle({ lines }: PressText, start: number, end: number, notice: string): PressArticle {
  return { start, end, fields: [], body: lines.slice(start, end), notice }
}
