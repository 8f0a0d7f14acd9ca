import { checkChain, CustodyEntry, type Anchor, type CheckedChain, type LogHead } from '../custody.ts'
import { parseJson, type Sha256 } from './document-text.ts'

/** The logs of all devices as they stood at one time, and what the documents of their ends said just before. */
export interface LogReading {
  /** Each log's text, by its name. */
  texts: ReadonlyMap<string, string>
  heads: readonly LogHead[]
}

/** Checks logs against the anchors that the case's documents hold, and what the logs and the documents of their ends (`heads`) say of one another. */
export function checkLogs(
  { texts, heads }: LogReading,
  caseId: string,
  anchors: readonly Anchor[],
  sha256: Sha256
): CheckedChain[] {
  const seen = [...texts.values()].flatMap(headsIn)
  const known = new Map<string, Anchor[]>()
  for (const anchor of anchors) known.set(anchor.device, [...(known.get(anchor.device) ?? []), anchor])
  // A log that forked holds some of these entries beside the log that it forked from.
  const lines = new Set(
    [...texts.values()].flatMap((text) =>
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => sha256(line))
    )
  )
  const told = new Map([...heads, ...seen].map((head) => [`${head.log} ${head.n} ${head.sha256}`, head]))
  for (const { log, n, sha256: hash } of told.values())
    if (!lines.has(hash)) known.set(log, [...(known.get(log) ?? []), { device: deviceOfLog(log), n, sha256: hash }])
  return [...new Set([...texts.keys(), ...known.keys()])].sort().map((log) => {
    const device = deviceOfLog(log)
    const chain = checkChain({ caseId, device, content: texts.get(log) ?? '' }, known.get(log) ?? [], sha256)
    return { ...chain, device: log }
  })
}

/** The device whose log it is. */
export function deviceOfLog(device: string): string {
  return device.replace(/^merged\/(.*)-[0-9a-f]{8}$/, '$1')
}

/** Where a log's entries say that the others ended. */
function headsIn(text: string): LogHead[] {
  return text.split('\n').flatMap((line) => {
    if (!line.includes('"seen":[')) return []
    return CustodyEntry.safeParse(parseJson(line)).data?.seen ?? []
  })
}
