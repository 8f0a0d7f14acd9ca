import type { FileHint } from '../extracted/extracted.ts'
import { dayInUrl, isoDay } from './dates.ts'
import { webAddress, type Findings } from './findings.ts'

/** Adds what file name and origin say. */
export function addHints(findings: Findings, hint: FileHint): void {
  const url = hint.url === null ? null : webAddress(hint.url)
  if (url !== null) {
    findings.url.push({ value: url, from: 'url', detail: url, confidence: 0.8 })
    const day = dayInUrl(url)
    if (day !== null) findings.published.push({ value: day, from: 'url', detail: url, confidence: 0.7 })
  }
  const named = /(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?([0-2]\d|3[01])(?!\d)/.exec(hint.name)
  const day = named === null ? null : isoDay(named[1], named[2], named[3])
  if (day !== null) findings.published.push({ value: day, from: 'file-name', detail: hint.name, confidence: 0.45 })
}
