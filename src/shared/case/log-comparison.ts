import { compareText } from './merge/canonical.ts'
import type { ComparisonInput, ComparisonReport, LogFinding } from './log-findings.ts'
import { Replay, dateOf, withinSentence } from './log-replay.ts'

/**
 * Compares the documents of a case with what its logs tell of them: every document that was made and not removed is there, in the version
 * that was told last. Which version takes the place of which is told by the entries themselves, so it doesn't matter whose clock was
 * right, nor in which order devices wrote.
 */
export function compareWithLogs(input: ComparisonInput): ComparisonReport {
  const replay = new Replay(input)
  const findings: LogFinding[] = []
  const open: ComparisonReport['open'] = new Map()
  const alike: ComparisonReport['alike'] = []
  const present = new Map(input.present.map((found) => [found.name, found]))
  for (const name of replay.names()) {
    const found = present.get(name)
    const finding = replay.judge(name, found)
    if (finding) findings.push({ name, ...finding })
    const states = found ? replay.statesAlike(name, found) : []
    if (states.length > 0) alike.push({ name, states })
    const here = found && replay.versionOf(found)
    if (here?.version === 'open') {
      open.set(name, { log: here.log, sha256: here.sha256 })
      replay.notices.push(
        `${replay.label(name)} was edited from ${dateOf(here)} on, and the log doesn’t tell yet what came of it: the case is open, or the program ended without closing it.`
      )
    }
  }
  if (replay.tellsAnything) {
    for (const { name, version, custody } of input.present) {
      if (replay.knows(name)) continue
      const accepts =
        version === null || version === undefined ? [] : [{ name, noted: version, of: custody?.sha256 ?? '' }]
      findings.push({
        name,
        kind: 'untold',
        message: `${name} stands in the case, but the log tells nothing of it.`,
        missed: [],
        accepts
      })
    }
  }
  for (const found of input.previous) {
    if (replay.isKnown(found)) continue
    const message = `${found.name}.previous isn’t an earlier version of ${withinSentence(replay.label(found.name))}.`
    findings.push({ name: `${found.name}.previous`, kind: 'previous', message, missed: [], accepts: [] })
  }
  findings.sort((a, b) => compareText(a.name, b.name))
  const { notices, cutShort, tellsAnything } = replay
  return { findings, notices, tellsAnything, cutShort, alike, open }
}
