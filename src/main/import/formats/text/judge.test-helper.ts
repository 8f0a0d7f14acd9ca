import { bodyText } from '../../extracted/blocks.ts'
import type { Extracted } from '../../extracted/extracted.ts'
import { normaliseForMatch } from '../../extracted/wording.ts'
import type { MadeFile } from './layouts.test-helper.ts'

export const FIELDS = ['title', 'authors', 'publisher', 'published', 'agencies'] as const
export type Field = (typeof FIELDS)[number]

/** What a reader got wrong of a made file. */
export interface Judgement {
  wrong: Partial<Record<Field, { expected: string; got: string }>>
  /** Values wrong with a confidence of .6 or more. */
  surelyWrong: number
  /** Paragraphs that are there as they were made, and that aren't. */
  right: number
  lost: number
  isTight: boolean
}

/** Below this a value is shown as unsure. */
const SURE = 0.6

/** Compares what was read with the truth of a made file. An unsure value where the file states none is no fault. */
export function judge(file: MadeFile, document: Extracted): Judgement {
  const { title, authors, publisher, published, agencies } = document.metadata
  const got = {
    title: [title.value, title.confidence],
    authors: [authors.value?.join('; ') ?? null, authors.confidence],
    publisher: [publisher.value, publisher.confidence],
    published: [published.value?.slice(0, 10) ?? null, published.confidence],
    agencies: [agencies.value?.join('; ') ?? null, agencies.confidence]
  } as const
  const judgement: Judgement = { wrong: {}, surelyWrong: 0, right: 0, lost: 0, isTight: file.isTight }
  for (const field of FIELDS) {
    const truth = file.truth[field]
    const expected = Array.isArray(truth) ? truth.join('; ') : truth
    const [value, confidence] = got[field]
    const isRight =
      expected === null
        ? value === null || confidence < SURE
        : value !== null && normaliseForMatch(value) === normaliseForMatch(expected)
    if (isRight) continue
    judgement.wrong[field] = { expected: String(expected), got: `${String(value)} (${confidence.toFixed(2)})` }
    if (value !== null && confidence >= SURE) judgement.surelyWrong++
  }
  const body = bodyText(document)
    .split('\n')
    .filter((paragraph) => !file.optional.includes(paragraph))
  const left = new Map<string, number>()
  for (const paragraph of body) left.set(paragraph, (left.get(paragraph) ?? 0) + 1)
  for (const paragraph of file.paragraphs) {
    const count = left.get(paragraph) ?? 0
    left.set(paragraph, count - 1)
    if (count > 0) judgement.right++
    else judgement.lost++
  }
  if (judgement.lost === 0 && body.length !== file.paragraphs.length) judgement.lost = 1
  return judgement
}
