import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Rating } from '../../shared/brief/rating.ts'
import { plainText, walkBlocks } from '../../shared/brief/walk.ts'
import { EVIDENCE } from '../../shared/case/records/evidence.ts'
import { HYPOTHESIS } from '../../shared/case/records/hypothesis.ts'
import { Grading } from '../../shared/source/grading.ts'
import type { Tlp } from '../../shared/source/source.ts'
import type { ClockAndIds } from './clock-and-ids.ts'
import type { Handlers } from './handlers.ts'
import type { OpenCase } from './open-case.ts'

const Graded = <T extends z.ZodType>(grade: T) => z.tuple([grade, z.string()])
const { reliability, credibility } = Grading.shape

/** What the analyst of the sample has judged: sources by their keys, statements by their first words, ratings in the order of the hypotheses. */
const Judgement = z.object({
  grades: z.array(z.object({ source: z.string(), reliability: Graded(reliability), credibility: Graded(credibility) })),
  hypotheses: z.array(z.string()),
  evidence: z.array(z.object({ text: z.string(), sources: z.array(z.string()), ratings: z.array(Rating) })),
  events: z.array(
    z.object({
      from: z.iso.date(),
      to: z.iso.date(),
      approximate: z.boolean(),
      words: z.string(),
      statement: z.string()
    })
  ),
  comments: z.array(z.object({ statement: z.string(), author: z.string(), text: z.string() }))
})
type Judgement = z.infer<typeof Judgement>

/** The sample case as it ships, in `resources/sample`: articles, a brief, and what its analyst judged. */
export interface Sample {
  title: string
  tlp: Tlp
  articles: string[]
  brief: string
  judgement: Judgement
}

/** Reads the sample's files. */
export async function readSample(resources: string): Promise<Sample> {
  const folder = join(resources, 'sample')
  const names = (await readdir(folder)).filter((name) => /^\d/.test(name)).sort()
  return {
    title: 'Sollen ferry inquiry',
    tlp: 'TLP:AMBER',
    articles: names.map((name) => join(folder, name)),
    brief: await readFile(join(folder, 'brief.md'), 'utf8'),
    judgement: Judgement.parse(JSON.parse(await readFile(join(folder, 'judgement.json'), 'utf8')))
  }
}

type Judging = Pick<Handlers, 'grade.source' | 'ownEvent.add' | 'comment.add'>

/** Says of the sample's sources and brief what its analyst judged, as the window does. @throws Error for what the sample names and doesn't have */
export async function judgeSample(
  open: OpenCase,
  briefId: string,
  judgement: Judgement,
  handlers: Judging,
  clockAndIds: ClockAndIds
): Promise<void> {
  const keys = new Map(open.store.catalogue.rows().map(({ id, key }) => [key, id]))
  const sourceOf = (key: string): string => found(keys.get(key), key)
  const blocks = [...walkBlocks(open.brief(briefId).doc)]
  const statementOf = (beginning: string): string => {
    const begins = blocks.flatMap(({ node }) =>
      node.type === 'statement' && plainText(node.content).startsWith(beginning) ? [node.attrs.id] : []
    )
    return found(begins[0], beginning)
  }
  for (const { source, reliability: r, credibility: c } of judgement.grades)
    await handlers['grade.source']({
      id: sourceOf(source),
      grading: { reliability: r[0], reliabilityReason: r[1], credibility: c[0], credibilityReason: c[1] }
    })
  await judgeHypotheses(open, briefId, judgement, sourceOf, clockAndIds)
  for (const { statement, ...event } of judgement.events)
    await handlers['ownEvent.add']({
      ...event,
      quotes: [],
      statements: [{ briefId, statementId: statementOf(statement) }]
    })
  for (const { statement, author, text } of judgement.comments)
    await handlers['comment.add']({ briefId, statementId: statementOf(statement), author, text })
}

async function judgeHypotheses(
  open: OpenCase,
  briefId: string,
  judgement: Judgement,
  sourceOf: (key: string) => string,
  { now, newId }: ClockAndIds
): Promise<void> {
  const begun = now().getTime()
  // They stand in the order of these times.
  const made = (at: number) => ({ id: newId(), briefId, createdAt: new Date(begun + at).toISOString() })
  const hypotheses = judgement.hypotheses.map((text, at) => ({ ...made(at), text }))
  const evidence = judgement.evidence.map(({ text, sources, ratings }, at) => ({
    ...made(at),
    text,
    ...{ quotes: [], statements: [], sources: sources.map(sourceOf) },
    ratings: Object.fromEntries(ratings.map((rating, column) => [hypotheses[column]!.id, rating]))
  }))
  await open.edits.as({ action: 'hypotheses-changed', subjects: hypotheses.map(({ text }) => text) }, async () => {
    await open.edits.addRecords(HYPOTHESIS, hypotheses)
    await open.edits.addRecords(EVIDENCE, evidence)
  })
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The sample has no “${what}”.`)
  return value
}

/** A folder for the sample that isn't there yet. */
export function freeFolder(parent: string, name: string): string {
  for (let i = 1; ; i++) {
    const folder = join(parent, i === 1 ? name : `${name} ${i}`)
    if (!existsSync(folder)) return folder
  }
}
