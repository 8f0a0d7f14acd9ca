import { DossierError } from '../../errors/errors.ts'
import type { CheckLookup, CheckSource } from '../../brief/check-brief.ts'
import type { CaseReport, OriginalState } from '../../brief/check.ts'
import { prepareText } from '../../quote/prepared.ts'
import type { Quote } from '../../quote/quote.ts'
import { sourceTitle, type SourceText } from '../../source/source.ts'
import type { BriefRecord, CaseRecord, SourceRecord } from '../case.ts'
import { conflictCopies } from '../conflict-copies.ts'
import { stateOf, type CheckedChain } from '../custody.ts'
import { damageTold } from '../damage.ts'
import { compareWithLogs } from '../log-comparison.ts'
import type { Present } from '../log-findings.ts'
import { keyNumber } from '../merge/keys.ts'
import { migrate, versionOf } from '../migrations.ts'
import { CASE_SCHEMA } from '../case.ts'
import { recordVersion } from '../custody.ts'
import { BRIEF } from '../records/brief.ts'
import { CASE } from '../records/case.ts'
import type { DocumentKind } from '../records/kind.ts'
import { isDocument, kindOf, type Kinds } from '../records/kinds.ts'
import { briefName, CASE_FILE, HEADS, LOGS, placeOfRecord, sourceFile } from '../records/places.ts'
import { SOURCE } from '../records/source.ts'
import { TEXT, textFileOf } from '../records/text.ts'
import { parseJson, readDocumentText, readStoredText, type Sha256 } from './document-text.ts'
import { anchoredBy, deviceOfHead, headIn, headProblems, headsOf, type FoundHead } from './log-ends.ts'
import { checkLogs } from './logs.ts'
import { quoteBlocks, savedQuotes } from './quote-rows.ts'
import { say } from '../../wording/say.ts'

/** The files of a case that lies still, by their names below its folder. */
export interface StoredCase {
  names: readonly string[]
  /** A file's text in UTF-8. */
  text(name: string): Promise<string>
  /** SHA-256 of a file's bytes. */
  hash(name: string): Promise<string>
}

/** What verifying it needs besides. */
export interface StoredPlatform {
  sha256: Sha256
  kinds: Kinds
}

/** What verifying a case that lies still found: that of `dossier verify`, but for the support of statements. */
export type StoredReport = Omit<CaseReport, 'statements'> & { title: string }

const PREVIOUS = '.previous'
/** The first version of the format whose logs tell of the documents’ versions. */
const TOLD_SINCE = 5
const KEYS = 'keys.json'

/** What no comparison of a case with itself can show, said with every verification. */
export const WHAT_STAYS_UNSEEN = say(
  'A whole case folder that was put back to an earlier state, with its log, looks as it did then. A noted head of the log (dossier verify --head), or a bundle, an export or a backup (dossier verify --against), shows it.'
)

/** What openings found and mended, as long as nobody accepted it. */
export function toldBefore(chains: readonly CheckedChain[]): { message: string; sha256: string }[] {
  return damageTold(chains)
    .filter(({ accepted }) => !accepted)
    .map(({ entry, sha256 }) => ({ message: `Found on ${entry.at}: ${String(entry.detail['what'])}`, sha256 }))
}

/**
 * Verifies a case that nobody writes meanwhile, as its files are: every original and text by hash, every saved quote and quote block of its briefs, every document by its
 * checksum, the logs, and what they tell of the documents. Nothing is mended.
 * @throws DossierError `locked` for an encrypted case, `damaged`, `case-newer` where its own record can’t be read
 */
export async function verifyStored(files: StoredCase, { sha256, kinds }: StoredPlatform): Promise<StoredReport> {
  return new Verification(files, sha256, kinds).run()
}

class Verification {
  readonly #files: StoredCase
  readonly #sha256: Sha256
  readonly #kinds: Kinds
  readonly #names: ReadonlySet<string>
  readonly #present: Present[] = []
  readonly #previous: Present[] = []
  readonly #problems: string[] = []
  readonly #sources: CaseReport['sources'] = []
  readonly #quotes: CaseReport['quotes'] = []
  readonly #lookup = new StoredLookup()

  constructor(files: StoredCase, sha256: Sha256, kinds: Kinds) {
    this.#files = files
    this.#sha256 = sha256
    this.#kinds = kinds
    this.#names = new Set(files.names)
  }

  async run(): Promise<StoredReport> {
    if (this.#names.has(KEYS))
      throw new DossierError(
        'locked',
        'The case is encrypted. Nothing was read. Check it with “dossier verify”, which asks for its passphrase.'
      )
    const record = this.#found(CASE, CASE_FILE, await this.#files.text(CASE_FILE))
    const copies = this.#copies()
    const documents = this.#files.names.filter((name) => isDocument(this.#kinds, name) && !copies.has(name))
    for (const name of documents) if (SOURCE.isName(name)) await this.#source(name)
    const briefs: BriefRecord[] = []
    for (const name of documents) {
      if (name === CASE_FILE || SOURCE.isName(name) || TEXT.isName(name)) continue
      const brief = await this.#document(name)
      if (brief) briefs.push(brief)
    }
    for (const id of record.briefs)
      if (!this.#names.has(briefName(id))) this.#problems.push(`${briefName(id)} is missing.`)
    for (const { name } of this.#present) await this.#previousOf(name)
    const { chains, notices } = await this.#logs(record, copies)
    this.#sources.sort((a, b) => keyNumber(a.key) - keyNumber(b.key))
    this.#quotes.sort((a, b) => keyNumber(a.key ?? '') - keyNumber(b.key ?? ''))
    for (const { brief } of briefs) this.#quotes.push(...quoteBlocks(brief, this.#lookup))
    const breaks = chains.flatMap((chain) => chain.breaks)
    const problems = [...new Set(this.#problems)].filter((each) => !breaks.some(({ message }) => message === each))
    const ok =
      this.#quotes.every(({ state }) => state === 'verbatim' || state === 'normalised') &&
      this.#sources.every(({ original, text }) => original === 'intact' && text === 'intact') &&
      breaks.length === 0 &&
      problems.length === 0
    return {
      ok,
      title: record.title,
      quotes: this.#quotes,
      sources: this.#sources,
      log: { entries: chains.reduce((sum, { entries }) => sum + entries.length, 0), breaks },
      problems,
      notices: [...notices, WHAT_STAYS_UNSEEN]
    }
  }

  /** Reads a document and notes it as the comparison with the logs sees it. @throws DossierError */
  #found<T extends object & { custody?: Present['custody'] }>(kind: DocumentKind<T>, name: string, text: string): T {
    const { data } = readDocumentText(text, name, kind, this.#sha256)
    this.#present.push({ name, version: recordVersion(data, this.#sha256), custody: data.custody })
    return data
  }

  async #source(name: string): Promise<void> {
    let record: SourceRecord
    try {
      record = this.#found(SOURCE, name, await this.#files.text(name))
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      this.#present.push({ name, version: null, custody: undefined })
      this.#problems.push(`The source in “${name.split('/')[2]!}” could not be read: ${error.message}`)
      return
    }
    const { source } = record
    const original = await this.#original(sourceFile(source.id, source.original.file), source.original.sha256)
    const { text, state } = await this.#text(record)
    const recognised = source.text.recognition ? { recognised: true } : {}
    this.#sources.push({ key: source.key, title: sourceTitle(source), original, text: state, ...recognised })
    this.#quotes.push(...savedQuotes(record, text))
    this.#lookup.add(record, text)
  }

  async #original(name: string, sha256: string): Promise<OriginalState> {
    if (!this.#names.has(name)) return 'missing'
    return (await this.#files.hash(name)) === sha256 ? 'intact' : 'altered'
  }

  /** A source’s text; one that was changed comes all the same, where it can be read. */
  async #text({ source }: SourceRecord): Promise<{ text: SourceText | null; state: OriginalState }> {
    const name = sourceFile(source.id, textFileOf(source))
    if (!this.#names.has(name)) return { text: null, state: 'missing' }
    const written = await this.#files.text(name)
    try {
      const { data } = readDocumentText(written, name, TEXT, this.#sha256)
      const isIntact = data.sha256 === source.text.sha256 && this.#sha256(data.text) === data.sha256
      return { text: data, state: isIntact ? 'intact' : 'altered' }
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      const changed = TEXT.schema.safeParse(migrate(TEXT, parseJson(written))).data ?? null
      return { text: changed, state: changed ? 'altered' : 'missing' }
    }
  }

  /** Any other document; the brief that it is, if it is one. */
  async #document(name: string): Promise<BriefRecord | null> {
    try {
      const text = await this.#files.text(name)
      if (BRIEF.isName(name)) return this.#found(BRIEF, name, text)
      this.#present.push(this.#recordIn(text, name))
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      this.#present.push({ name, version: null, custody: undefined })
      this.#problems.push(error.message)
    }
    return null
  }

  /** A record, its kind’s rules asked where the kind is known. @throws DossierError `damaged` */
  #recordIn(text: string, name: string): Present {
    const { json, version, custody } = readStoredText(text, name, this.#sha256)
    const kind = kindOf(this.#kinds, name)
    if (kind && versionOf(json)! <= kind.version) readDocumentText(text, name, kind, this.#sha256)
    return { name, version, custody }
  }

  async #previousOf(name: string): Promise<void> {
    const at = `${name}${PREVIOUS}`
    if (!this.#names.has(at)) return
    const text = await this.#files.text(at)
    // One from before the format knew versions is known to no log.
    if (!placeOfRecord(name) && (versionOf(parseJson(text)) ?? CASE_SCHEMA) < TOLD_SINCE) return
    const found = this.#readAs(text, name)
    this.#previous.push(found ?? { name, version: null, custody: undefined })
  }

  /** What a text says as the document of a name; null where it can’t be read. */
  #readAs(text: string, name: string): Present | null {
    try {
      if (placeOfRecord(name)) {
        const { version, custody } = readStoredText(text, name, this.#sha256)
        return { name, version, custody }
      }
      const kind = kindOf(this.#kinds, name) as DocumentKind<object & { custody?: Present['custody'] }>
      const { data } = readDocumentText(text, name, kind, this.#sha256)
      return { name, version: recordVersion(data, this.#sha256), custody: data.custody }
    } catch (error) {
      if (!(error instanceof DossierError)) throw error
      return null
    }
  }

  /** Conflict copies, by their names, with the documents of which they are copies. */
  #copies(): Map<string, string> {
    const folders = Map.groupBy(this.#files.names, (name) => name.slice(0, name.lastIndexOf('/') + 1))
    const found = new Map<string, string>()
    for (const [folder, names] of folders) {
      const isOwn = (file: string): boolean => isDocument(this.#kinds, folder + file)
      for (const { name, of } of conflictCopies(
        names.map((each) => each.slice(folder.length)),
        isOwn
      ))
        found.set(folder + name, folder + of)
    }
    return found
  }

  async #logs(
    record: CaseRecord,
    copies: ReadonlyMap<string, string>
  ): Promise<{ chains: CheckedChain[]; notices: string[] }> {
    const texts = new Map<string, string>()
    const heads = new Map<string, FoundHead>()
    for (const name of this.#files.names) {
      const log = /^audit\/((?:merged\/)?[\w-]+)\.jsonl$/.exec(name)?.[1]
      if (log !== undefined) texts.set(log, await this.#files.text(name))
      const device = name.startsWith(`${HEADS}/`) ? deviceOfHead(name.slice(HEADS.length + 1)) : null
      if (device !== null) heads.set(device, headIn(await this.#files.text(name), device, this.#sha256))
    }
    if (texts.size === 0) this.#problems.push(`There is no log in ${LOGS}, so nothing tells what the case should hold.`)
    const anchors = this.#present.flatMap(({ custody }) => custody ?? [])
    const chains = checkLogs({ texts, heads: headsOf(heads) }, record.id, anchors, this.#sha256)
    const told = compareWithLogs({
      chains,
      present: this.#present,
      previous: this.#previous,
      copies: await this.#statesOf(copies),
      anchored: anchoredBy(heads),
      kinds: this.#kinds,
      sha256: this.#sha256
    })
    this.#problems.push(
      ...told.findings.map(({ message }) => message),
      ...headProblems(heads, record.anchored ?? {}, record.id),
      ...toldBefore(chains).map(({ message }) => message)
    )
    const notices = [
      ...told.notices,
      ...told.cutShort.map(({ message }) => message),
      ...chains.flatMap(({ clock }) => clock.map(({ message }) => message))
    ]
    return { chains, notices }
  }

  /** The states that conflict copies hold. One that can’t be read holds none. */
  async #statesOf(copies: ReadonlyMap<string, string>): Promise<Set<string>> {
    const states = new Set<string>()
    for (const [name, of] of copies) {
      const found = this.#readAs(await this.#files.text(name), of)
      for (const said of found ? [found.version!, 'open'] : [])
        states.add(stateOf(said, found!.custody?.sha256 ?? '', this.#sha256))
    }
    return states
  }
}

/** The sources and quotes to which briefs refer. */
class StoredLookup implements CheckLookup {
  readonly #sources = new Map<string, CheckSource>()
  readonly #quotes = new Map<string, Quote>()
  /** The keys of sources in the trash, by their ids and those of their quotes. */
  readonly #trash = new Map<string, string>()

  add({ source, quotes }: SourceRecord, text: SourceText | null): void {
    if (source.deletedAt !== null) {
      for (const { id } of [source, ...quotes]) this.#trash.set(id, source.key)
      return
    }
    this.#sources.set(source.id, {
      key: source.key,
      title: sourceTitle(source),
      prepared: prepareText(text?.text ?? ''),
      blocks: text?.blocks ?? [],
      original: 'intact',
      doubtful: [],
      mediaType: source.original.mediaType
    })
    for (const quote of quotes) if (quote.deletedAt === null) this.#quotes.set(quote.id, quote)
  }

  source(id: string): CheckSource | undefined {
    return this.#sources.get(id)
  }

  quote(id: string): Quote | undefined {
    return this.#quotes.get(id)
  }

  inTrash({ quoteId, sourceId }: { quoteId: string | null; sourceId: string | null }): string | undefined {
    return this.#trash.get(quoteId ?? '') ?? this.#trash.get(sourceId ?? '')
  }
}
