import type { BriefRecord } from '../../shared/case/case.ts'
import { migrate } from '../../shared/case/migrations.ts'
import { recordKindOf } from '../../shared/case/records/kinds.ts'
import { placeOfRecord } from '../../shared/case/records/places.ts'
import {
  CASE_RECORD_FILE,
  classify,
  logFile,
  recordFile,
  PAGE_FILE,
  README_FILE
} from '../../shared/exchange/bundle-files.ts'
import { bundleReadme, type Withheld } from '../../shared/exchange/readme.ts'
import { briefProblem, caseProblem } from '../../shared/exchange/record-problem.ts'
import { isAbove, reduceBrief, reduceCase } from '../../shared/exchange/withhold.ts'
import type { Tlp } from '../../shared/source/source.ts'
import { type BagBuilder } from './bag-builder.ts'
import { cannotHandOver, indexCase, recordAsIndexed, type BundleCase, type BundleIndex } from './bundle-case.ts'
import { refuseCancelled } from '../../shared/bag/work.ts'
import type { BundleOptions } from './work.ts'
import { refuse } from './bundle-case.ts'
import { toJson } from './bundle-json.ts'
import { writeBrief } from './write-brief.ts'
import { SourceWriter, Spools } from './write-sources.ts'

/** What a bundle's payload turned out to be. */
export interface Payload {
  caseId: string
  /** As the bundle has it. */
  caseTitle: string
  /** Day of writing in UTC. */
  date: string
  sources: number
  quotes: number
  briefs: number
  withheld: Withheld | null
  /** Hashes of the last entries of the logs. */
  heads: readonly string[]
}

/** Writes a bundle's payload, with spools in the folder `work`. One source is in memory at a time. */
export async function writePayload(
  builder: BagBuilder,
  source: BundleCase,
  work: string,
  options: BundleOptions
): Promise<Payload> {
  const { maxTlp, generator } = options
  const date = options.now.toISOString().slice(0, 10)
  refuse(caseProblem(source.record))
  const index = await indexCase(source, maxTlp)
  const { briefs, left } = chooseBriefs(source, index, maxTlp)
  const ids = briefs.map(({ brief }) => brief.id)
  const record = maxTlp === null ? source.record : reduceCase(source.record, maxTlp, ids)
  const spools = await Spools.create(work)
  const writer = new SourceWriter(builder, source, spools, options)
  let quotes = 0
  let highest: Tlp = record.tlp
  try {
    await writer.begin(record)
    for (const [done, entry] of index.sources.entries()) {
      refuseCancelled(options.signal)
      options.onProgress?.({ stage: 'write', done, total: index.sources.length })
      const written = await writer.write(await recordAsIndexed(source, entry))
      quotes += written.quotes
      if (written.tlp !== null && isAbove(written.tlp, highest)) highest = written.tlp
    }
    await writer.end()
  } finally {
    await spools.close()
  }
  for (const [i, brief] of briefs.entries()) await writeBrief(builder, source, index, brief, i + 1)
  const leftRecords = await writeRecords(builder, source, { index, briefs: new Set(ids) }, maxTlp)
  if (maxTlp === null) await writeLogs(builder, source)
  await builder.add(CASE_RECORD_FILE, toJson(record))
  if (options.page) await builder.add(PAGE_FILE, options.page)
  const withheld: Withheld | null =
    maxTlp === null
      ? null
      : {
          above: maxTlp,
          sources: index.withheldSources,
          briefs: left,
          records: leftRecords,
          caseTitle: isAbove(source.record.tlp, maxTlp)
        }
  const counts = { sources: index.sources.length, quotes, briefs: briefs.length }
  await builder.add(
    README_FILE,
    bundleReadme({
      ...counts,
      caseTitle: record.title,
      handling: maxTlp ?? briefs.reduce((tlp, { brief }) => (isAbove(brief.tlp, tlp) ? brief.tlp : tlp), highest),
      generator,
      date,
      hasPage: options.page != null,
      withheld
    })
  )
  return { ...counts, caseId: record.id, caseTitle: record.title, date, withheld, heads: source.heads }
}

async function writeLogs(builder: BagBuilder, source: BundleCase): Promise<void> {
  for (const { name, content } of await source.logs()) {
    const file = logFile(name)
    if (classify(file).kind !== 'log') throw cannotHandOver(`“${name}” isn’t the name of a log.`)
    await builder.add(file, content)
  }
}

/**
 * Writes the records of what is handed over. A reduced bundle gets what their kinds say, and none of a kind that isn't known, since nothing tells what it says of
 * what is withheld. Answers how many such were left out.
 */
async function writeRecords(
  builder: BagBuilder,
  source: BundleCase,
  { index, briefs }: { index: BundleIndex; briefs: ReadonlySet<string> },
  maxTlp: Tlp | null
): Promise<number> {
  let left = 0
  for (const { name, json } of await source.storedRecords()) {
    const { owner } = placeOfRecord(name)!
    if (owner.of === 'source' && !index.sourceKeys.has(owner.id)) continue
    if (owner.of === 'brief' && !briefs.has(owner.id)) continue
    const key = owner.of === 'source' ? index.sourceKeys.get(owner.id)! : null
    if (maxTlp === null) {
      await builder.add(recordFile(name, key), toJson(json))
      continue
    }
    const kind = recordKindOf(source.kinds, name)
    const known = kind?.schema.safeParse(migrate(kind, json)).data
    if (!kind || !known) {
      left++
      continue
    }
    const record = kind.reduce(known.record, index.holdings)
    if (record) await builder.add(recordFile(name, key), toJson({ schema: kind.version, record }))
  }
  return left
}

/** The briefs to hand over in the case's order, and how many are too restricted. */
function chooseBriefs(
  { record, briefs }: BundleCase,
  { holdings }: BundleIndex,
  maxTlp: Tlp | null
): { briefs: BriefRecord[]; left: number } {
  const byId = new Map(briefs.map((brief) => [brief.brief.id, brief]))
  const listed = record.briefs.map((id) => {
    const brief = byId.get(id)
    if (!brief) throw cannotHandOver('A brief that the case lists can’t be read.')
    refuse(briefProblem(brief))
    return brief
  })
  if (maxTlp === null) return { briefs: listed, left: 0 }
  const present = listed.filter(({ brief }) => brief.deletedAt === null)
  const open = present.filter(({ brief }) => !isAbove(brief.tlp, maxTlp))
  return { briefs: open.map((brief) => reduceBrief(brief, holdings)), left: present.length - open.length }
}
