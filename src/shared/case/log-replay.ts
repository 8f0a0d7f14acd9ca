import { stateOf, type CheckedChain, type CustodyEntry, type RecordTold } from './custody.ts'
import { compareText } from './merge/canonical.ts'
import { kindOf, type Kinds } from './records/kinds.ts'
import type { ComparisonInput, ComparisonReport, FindingKind, LogFinding, Present } from './log-findings.ts'

/** An entry that made a version of a document. */
interface Version {
  log: string
  /** Null for a document from before there were versions. */
  entry: CustodyEntry | null
  /** The entry's hash; empty where there is none. */
  sha256: string
  /** Null: removed; `open`: not noted yet. */
  version: string | null
  /** The states that it took the place of. */
  replaces: readonly string[]
}

/** What the logs tell of each document. */
export class Replay {
  readonly notices: string[] = []
  readonly cutShort: ComparisonReport['cutShort'] = []
  readonly #input: ComparisonInput
  readonly #present: Map<string, Present>
  readonly #versions = new Map<string, Version[]>()
  readonly #taken = new Set<string>()
  /** States that others took the place of, by document. */
  readonly #replaced = new Map<string, Set<string>>()
  readonly #settled = new Set<string>()
  /** Entries with which typing began: their document had many versions. */
  readonly #opened = new Set<string>()
  /** What each log had seen of the others, in order. */
  readonly #seen = new Map<string, { n: number; log: string; upTo: number }[]>()

  constructor(input: ComparisonInput) {
    this.#input = input
    this.#present = new Map(input.present.map((found) => [found.name, found]))
    const own = input.chains.filter(({ foreign }) => !foreign)
    // A log that forked begins as the one that it forked from does.
    const isMerged = ({ device }: CheckedChain): boolean => device.startsWith('merged/')
    for (const chain of [...own.filter((each) => !isMerged(each)), ...own.filter(isMerged)]) this.#take(chain)
    const entries = own.flatMap(({ entries: all }) => all.filter(({ records }) => records !== undefined))
    // Later notes of the same document count: the same device's in their order, and clocks decide only between devices.
    for (const { records } of entries.sort((a, b) => compareText(a.at, b.at) || a.n - b.n)) {
      for (const told of records!) if ('noted' in told) this.#note(told.name, told.of, told.noted)
    }
  }

  get tellsAnything(): boolean {
    return this.#versions.size > 0
  }

  names(): Iterable<string> {
    return this.#versions.keys()
  }

  knows(name: string): boolean {
    return this.#versions.has(name)
  }

  versionOf({ name, custody }: Present): Version | undefined {
    return this.#versions.get(name)?.find(({ sha256 }) => sha256 === (custody?.sha256 ?? ''))
  }

  /** True for a version that the log tells of, whichever. */
  isKnown(found: Present): boolean {
    const known = this.versionOf(found)
    return known !== undefined && (this.#opened.has(known.sha256) || known.version === found.version)
  }

  label(name: string): string {
    return label(this.#input.kinds, name, this.#versions.get(name) ?? [])
  }

  /** What is wrong with a document; null when it's as it was told last. */
  judge(name: string, found: Present | undefined): Omit<LogFinding, 'name'> | null {
    const versions = this.#versions.get(name)!
    const what = this.label(name)
    const live = versions.filter((version) => version.version !== null && !this.#isReplaced(name, version))
    const newest = latest(live.length > 0 ? live : versions)
    const finding = (
      kind: FindingKind,
      message: string,
      missed: Version[],
      more: RecordTold[] = [],
      also: Version[] = []
    ): Omit<LogFinding, 'name'> => ({
      kind,
      message,
      missed: missed.map((version) => this.#state(version)),
      accepts: [...more, { name, settles: [...also, ...missed].map((version) => this.#state(version)) }]
    })
    if (!found) {
      const missed = live.filter((version) => !this.#settled.has(this.#state(version)))
      if (missed.length === 0) return null
      return finding(
        'missing',
        `${what} is missing: the log tells of it last on ${dateOf(newest)} (${describe(newest.entry)}), and of no removal.`,
        missed
      )
    }
    // Whoever reads the documents tells of one that can't be read.
    if (found.version === null) return null
    const here = this.versionOf(found)
    const as: RecordTold[] =
      found.version === undefined ? [] : [{ name, noted: found.version, of: found.custody?.sha256 ?? '' }]
    if (!here) return finding('unknown', `${what} isn’t any version of it that the log tells of.`, live, as)
    const others = live.filter((version) => version !== here)
    if (here.version !== 'open' && found.version !== undefined && here.version !== found.version) {
      return finding(
        'changed',
        `${what} isn’t what the log tells of ${dateOf(here)} (${describe(here.entry)}): it was changed outside Dossier, or an older version was put in its place.`,
        others,
        as
      )
    }
    if (this.#isReplaced(name, here) && !this.#settled.has(this.#state(here))) {
      const rest =
        live.length === 0
          ? `it was removed later (${describe(newest.entry)}, ${dateOf(newest)})`
          : `the log tells of a later one, of ${dateOf(newest)} (${describe(newest.entry)})`
      return finding(
        'older',
        `${what} is an older version, of ${dateOf(here)}: ${rest}. It was put back, or synchronising isn’t finished.`,
        others,
        [],
        [here]
      )
    }
    const lost = others.filter((version) => this.#isLost(name, version, here))
    if (lost.length === 0) return null
    const first = latest(lost)
    return finding(
      'parted',
      `${what} goes on from an older version: the one of ${dateOf(first)} (${describe(first.entry)}) was put back or lost, or left out by synchronising.`,
      lost
    )
  }

  /** The states of a document besides the one that stands, that nothing took the place of, that aren't settled and that say the same. */
  statesAlike(name: string, found: Present): string[] {
    const here = this.versionOf(found)
    if (!here || here.version !== found.version) return []
    const others = this.#versions.get(name)!.filter((each) => each !== here && each.version === here.version)
    const live = others.filter((each) => !this.#isReplaced(name, each)).map((each) => this.#state(each))
    return live.filter((state) => !this.#settled.has(state))
  }

  #take({ device: log, entries, hashes }: CheckedChain): void {
    const notCompleted = new Set(
      entries.flatMap(({ action, detail }) => (action === 'not-completed' ? [Number(detail['entry'])] : []))
    )
    const last = entries.at(-1)
    const unsure = new Set(last ? [last.n, ...(last.open ?? [])] : [])
    const sure = this.#input.anchored.get(log) ?? 0
    entries.forEach((entry, i) => {
      if (this.#taken.has(hashes[i]!)) return
      this.#taken.add(hashes[i]!)
      for (const { log: other, n } of entry.seen ?? []) put(this.#seen, log, { n: entry.n, log: other, upTo: n })
      const isKnownToBeCut = notCompleted.has(entry.n)
      const mayBeCut = isKnownToBeCut || (unsure.has(entry.n) && entry.n > sure)
      for (const told of entry.records ?? []) {
        if ('settles' in told) told.settles.forEach((state) => this.#settled.add(state))
        if (!('version' in told)) continue
        const { version: made, replaces } = told
        const version = { log, entry, sha256: hashes[i]!, version: made, replaces }
        if (!mayBeCut || this.#isInEffect(told.name, version)) {
          this.#add(told.name, version)
          continue
        }
        if (isKnownToBeCut || log.startsWith('merged/')) continue
        const message = `The program ended before entry ${entry.n} of the log (${describe(entry)}) was carried out: ${withinSentence(label(this.#input.kinds, told.name, [version]))} is as it was before.`
        this.cutShort.push({ log, n: entry.n, subject: entry.subject, name: told.name, message })
      }
    })
  }

  #add(name: string, version: Version): void {
    if (version.version === 'open') this.#opened.add(version.sha256)
    put(this.#versions, name, version)
    const states = this.#replaced.get(name) ?? new Set()
    for (const state of version.replaces) states.add(state)
    this.#replaced.set(name, states)
  }

  #note(name: string, of: string, noted: string): void {
    const version = (this.#versions.get(name) ?? []).find(({ sha256 }) => sha256 === of)
    if (version) version.version = noted
    else put(this.#versions, name, { log: '', entry: null, sha256: of, version: noted, replaces: [] })
  }

  #isInEffect(name: string, { version, sha256 }: Version): boolean {
    const found = this.#present.get(name)
    if (version === null) return !found
    return found !== undefined && (found.version === null || found.custody?.sha256 === sha256)
  }

  /**
   * A version that nothing came after and that isn't the one that stands: lost, unless a copy of it waits for a merge, or another device went on from
   * the same version without knowing of it and says the same.
   */
  #isLost(name: string, version: Version, here: Version): boolean {
    const state = this.#state(version)
    if (this.#settled.has(state) || this.#input.copies.has(state)) return false
    const { known, rivals } = this.#rivalsOf(name, version)
    return known || ![here, ...rivals].some((rival) => rival.version === version.version)
  }

  /**
   * The versions that went on from what a version came of, besides it. `known` when whoever made one of them knew of the other way already: then an older
   * version had been put back in between.
   */
  #rivalsOf(name: string, version: Version): { known: boolean; rivals: Version[] } {
    const versions = this.#versions.get(name)!
    const byState = new Map(versions.map((each) => [this.#state(each), each]))
    const successors = Map.groupBy(
      versions.flatMap((each) => each.replaces.map((state) => ({ state, each }))),
      ({ state }) => state
    )
    const rivals = new Set<Version>()
    const path = new Set([version])
    let known = false
    for (const step of path) {
      for (const state of step.replaces) {
        for (const { each } of successors.get(state) ?? []) {
          if (path.has(each) || rivals.has(each)) continue
          rivals.add(each)
          known ||= this.#knew(each, step)
        }
        const before = byState.get(state)
        if (before) path.add(before)
      }
    }
    return { known, rivals: [...rivals] }
  }

  /** True when whoever made one version could know of the other. */
  #knew(version: Version, other: Version): boolean {
    const n = version.entry?.n ?? 0
    if (version.log === other.log) return n > (other.entry?.n ?? 0)
    const seen = (this.#seen.get(version.log) ?? []).filter((each) => each.log === other.log && each.n <= n)
    return Math.max(0, ...seen.map(({ upTo }) => upTo)) >= (other.entry?.n ?? 0)
  }

  #state({ version, sha256 }: Version): string {
    return stateOf(version ?? '', sha256, this.#input.sha256)
  }

  #isReplaced(name: string, version: Version): boolean {
    return this.#replaced.get(name)?.has(this.#state(version)) ?? false
  }
}

/** A document for people. */
export function label(kinds: Kinds, name: string, versions: readonly Version[]): string {
  const entries = versions.flatMap(({ entry }) => entry ?? [])
  return kindOf(kinds, name)?.label(name, entries) ?? `The document in ${name}`
}

function describe(entry: CustodyEntry | null): string {
  if (!entry) return 'as it was in an earlier format'
  const subject = entry.subject !== null && /^[SQ]\d+$/.test(entry.subject) ? ` ${entry.subject}` : ''
  return `${entry.action.replaceAll('-', ' ')}${subject}`
}

export function dateOf({ entry }: Version): string {
  return entry?.at ?? 'an earlier format'
}

function latest(versions: readonly Version[]): Version {
  return versions.reduce((a, b) => ((b.entry?.at ?? '') >= (a.entry?.at ?? '') ? b : a))
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** A label elsewhere than at the start of a sentence. */
export function withinSentence(label: string): string {
  return label.replace(/^The /, 'the ')
}
