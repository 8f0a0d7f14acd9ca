import type { Grading } from '../../../shared/source/grading.ts'
import { recheck } from '../brief/brief.ts'
import { receiveQuote } from '../case/case.ts'
import { ask } from '../window/bridge.ts'
import { announce } from '../window/toasts.ts'
import { receiveShown } from './readers.ts'

/** Grades a source; null takes its grades away. False when that failed (and was shown). */
export async function gradeSource(id: string, grading: Grading | null): Promise<boolean> {
  const source = await ask('grade.source', { id, grading })
  if (!source) return false
  receiveShown(source)
  recheck()
  announce(`The grade of ${source.key} is saved.`)
  return true
}

/** Grades a quote; null takes its grades away. False when that failed (and was shown). */
export async function gradeQuote(id: string, grading: Grading | null): Promise<boolean> {
  const quote = await ask('grade.quote', { id, grading })
  if (!quote) return false
  receiveQuote(quote)
  announce(`The grade of ${quote.key} is saved.`)
  return true
}
