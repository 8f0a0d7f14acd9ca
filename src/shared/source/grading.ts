import { z } from 'zod'

const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof RELIABILITIES)[number]
const CREDIBILITIES = ['1', '2', '3', '4', '5', '6'] as const
export type Credibility = (typeof CREDIBILITIES)[number]

const Reason = z.string().max(2_000)

/**
 * The Admiralty system (NATO STANAG 2511, AJP-2.1): how reliable a source is, A to F, and how credible its information is, 1 to 6. The two are judged
 * independently: a source that can be relied on may pass on what is improbable. Each has its reason, which cases from before there were reasons lack.
 */
export const Grading = z.object({
  reliability: z.enum(RELIABILITIES).nullable(),
  credibility: z.enum(CREDIBILITIES).nullable(),
  reliabilityReason: Reason.optional(),
  credibilityReason: Reason.optional()
})
export type Grading = z.infer<typeof Grading>

/** A grade, how AJP-2.1 words it, and what that means in a sentence. */
interface GradeWords<G extends string> {
  grade: G
  words: string
  meaning: string
}

/** The grades of a source's reliability. */
export const RELIABILITY: readonly GradeWords<Reliability>[] = [
  { grade: 'A', words: 'completely reliable', meaning: 'Tried and trusted: it can be depended on.' },
  { grade: 'B', words: 'usually reliable', meaning: 'It was right before, though some doubt is left in this case.' },
  { grade: 'C', words: 'fairly reliable', meaning: 'It was used now and then, and can be trusted to some degree.' },
  { grade: 'D', words: 'not usually reliable', meaning: 'It was wrong more often than right.' },
  { grade: 'E', words: 'unreliable', meaning: 'It has proved unworthy of trust.' },
  { grade: 'F', words: 'reliability cannot be judged', meaning: 'It was not used before, or nothing is known of it.' }
]

/** The grades of the credibility of information. */
export const CREDIBILITY: readonly GradeWords<Credibility>[] = [
  { grade: '1', words: 'confirmed by other sources', meaning: 'A source of another origin says the same.' },
  { grade: '2', words: 'probably true', meaning: 'Much supports it, though no independent source confirms it.' },
  { grade: '3', words: 'possibly true', meaning: 'Little supports it, and nothing known speaks against it.' },
  { grade: '4', words: 'doubtful', meaning: 'It tends to conflict with what is known.' },
  { grade: '5', words: 'improbable', meaning: 'What is known contradicts it.' },
  { grade: '6', words: 'truth cannot be judged', meaning: 'Nothing known can be compared with it.' }
]

/** A grade as it is written: `B2`, `B`, `2`; null when there is none. */
export function gradeOf(grading: Grading | null | undefined): string | null {
  const grade = `${grading?.reliability ?? ''}${grading?.credibility ?? ''}`
  return grade === '' ? null : grade
}

/** A grading in words: `B2: source usually reliable, information probably true`. Empty when nothing is graded. */
export function gradingWords(grading: Grading | null | undefined): string {
  const reliability = RELIABILITY.find(({ grade }) => grade === grading?.reliability)
  const credibility = CREDIBILITY.find(({ grade }) => grade === grading?.credibility)
  const parts = [reliability && `source ${reliability.words}`, credibility && `information ${credibility.words}`]
  const grade = gradeOf(grading)
  return grade === null ? '' : `${grade}: ${parts.filter((part) => part !== undefined).join(', ')}`
}

/** Which grades lack a reason. */
export function withoutReason(grading: Grading): ('reliability' | 'credibility')[] {
  return (['reliability', 'credibility'] as const).filter(
    (part) => grading[part] !== null && (grading[`${part}Reason`] ?? '').trim() === ''
  )
}

/** A grading as it is kept: reasons trimmed, none without a grade, and null when nothing is graded. */
export function keptGrading(grading: Grading): Grading | null {
  const { reliability, credibility } = grading
  if (reliability === null && credibility === null) return null
  const reason = (part: 'reliability' | 'credibility'): string =>
    grading[part] === null ? '' : (grading[`${part}Reason`] ?? '').trim()
  const [ofReliability, ofCredibility] = [reason('reliability'), reason('credibility')]
  return {
    reliability,
    credibility,
    ...(ofReliability === '' ? {} : { reliabilityReason: ofReliability }),
    ...(ofCredibility === '' ? {} : { credibilityReason: ofCredibility })
  }
}

/** A grading without its reasons, which may tell of what is withheld. */
export function bareGrading(grading: Grading): Grading {
  const { reliability, credibility } = grading
  return { reliability, credibility }
}
