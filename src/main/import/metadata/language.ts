import { eld } from 'eld/extrasmall'
import type { Findings } from './findings.ts'

const SAMPLE = 4000
const ENOUGH = 60
/** With this much text a reliable detection beats a page's declared language, which templates often get wrong. */
const PLENTY = 600

/**
 * Adds the language that the text itself shows. Where the file declares another one, the text wins only when there is
 * plenty of it and the detector is sure.
 */
export function addDetectedLanguage(findings: Findings, text: string): void {
  const sample = text.slice(0, SAMPLE)
  if (sample.length < ENOUGH) return
  const result = eld.detect(sample)
  if (result.language === '') return
  const declared = findings.language[0]?.value.toLowerCase()
  // Norwegian is declared by its written forms, Serbo-Croatian varieties aren't told apart by letters alone.
  const kin = [/^(?:no|nb|nn|da)\b/, /^(?:hr|sr|bs|sh)\b/, /^(?:id|ms)\b/, /^(?:cs|sk)\b/, /^(?:gl|pt|es|ca)\b/]
  if (
    declared !== undefined &&
    (declared.startsWith(result.language) || kin.some((group) => group.test(declared) && group.test(result.language)))
  )
    return
  const sure = result.isReliable()
  const confidence = sure ? (sample.length >= PLENTY ? 0.93 : 0.8) : 0.5
  const detail = sample.slice(0, 60).replaceAll('\n', ' ').toWellFormed()
  findings.language.push({ value: result.language, from: 'text', detail, confidence })
}

/** The language that a text shows, where the detector is sure; null otherwise. */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  if (sample.length < ENOUGH) return null
  const result = eld.detect(sample)
  return result.language !== '' && result.isReliable() ? result.language : null
}

/** Whether `3/4/2031` is the third of April: everywhere but in the United States and the Philippines. */
export function readsDayFirst(language: string | null, url: string | null): boolean {
  const tag = (language ?? '').toLowerCase().replace('_', '-')
  if (/^en-(?:us|ph)$/.test(tag)) return false
  if (tag !== '' && tag !== 'en') return true
  const host = /^https?:\/\/([^/:]+)/i.exec(url ?? '')?.[1] ?? ''
  return !/\.(?:com|org|net|gov|edu|us|info|tv|mil)$/i.test(host)
}
