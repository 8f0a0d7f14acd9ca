import { CopyIndex } from '../../shared/analysis/copies/copy-index.ts'
import { differenceOf } from '../../shared/analysis/copies/difference.ts'
import {
  decodeFingerprint,
  encodeFingerprint,
  fingerprint,
  type Fingerprint
} from '../../shared/analysis/copies/fingerprint.ts'
import { prepare, relate, type Prepared } from '../../shared/analysis/copies/relate.ts'
import type { Difference, RelatedSource } from '../../shared/analysis/copies/related.ts'
import { DossierError } from '../../shared/errors/errors.ts'
import type { SourceRecord } from '../../shared/case/case.ts'
import { sourceTitle, type Source } from '../../shared/source/source.ts'
import type { CaseStore } from '../store/case-store.ts'

/** Of longer texts only so many characters are compared. */
const LONGEST_TEXT = 1_000_000
/** The most alike sources that are compared word by word. */
const MOST_COMPARED = 24
/** Fingerprints made before the program's other work gets its turn. */
const AT_ONCE = 20

/** What is compared: the sources of an open case. */
export interface ComparedCase {
  readonly store: Pick<CaseStore, 'catalogue' | 'storedText'>
  source(id: string): Promise<SourceRecord>
}

/** Finds the sources of an open case that have their text in common. What it needs of each text is kept in the catalogue. */
export class Copies {
  readonly #open: ComparedCase
  readonly #index = new CopyIndex()
  /** The text's SHA-256 of each source of the index, by the source's id. */
  readonly #known = new Map<string, string>()
  #following: Promise<void> = Promise.resolve()

  constructor(open: ComparedCase) {
    this.#open = open
  }

  /** The sources that have their text in common with one, the most alike first. @throws DossierError */
  async related(id: string, most = MOST_COMPARED): Promise<RelatedSource[]> {
    await this.#follow()
    const candidates = this.#index.related(id).slice(0, most)
    if (candidates.length === 0) return []
    const here = await this.#prepared(id)
    const found: RelatedSource[] = []
    for (const candidate of candidates) {
      const there = await this.#prepared(candidate.id)
      const comparison = relate(here.article, there.article, (hash) => this.#index.holders(hash))
      if (!comparison) continue
      const { key, metadata } = there.source
      found.push({
        id: candidate.id,
        key,
        title: sourceTitle(there.source),
        publisher: metadata.publisher.value,
        published: metadata.published.value,
        kind: comparison.kind,
        agency: comparison.agencies[0] ?? null,
        earlier: comparison.earlier === null ? null : comparison.earlier === 'b',
        share: comparison.ofB,
        otherShare: comparison.ofA,
        passages: comparison.passages.map(({ a, b }) => ({ a, b }))
      })
    }
    return found.sort((a, b) => Math.max(b.share, b.otherShare) - Math.max(a.share, a.otherShare))
  }

  /** How one source's text differs from another's. @throws DossierError */
  async difference(a: string, b: string): Promise<Difference> {
    const { store } = this.#open
    const [one, other] = [await store.storedText(a), await store.storedText(b)]
    return differenceOf(one.text.text, other.text.text)
  }

  /** Brings the index in step with the case's sources. */
  #follow(): Promise<void> {
    this.#following = this.#following.then(
      () => this.#catchUp(),
      () => this.#catchUp()
    )
    return this.#following
  }

  async #catchUp(): Promise<void> {
    const { catalogue } = this.#open.store
    const present = catalogue.texts()
    for (const [id, text] of this.#known) {
      if (present.get(id) === text) continue
      this.#index.remove(id)
      this.#known.delete(id)
    }
    let made = 0
    for (const [id, text] of present) {
      if (this.#known.has(id)) continue
      const kept = catalogue.fingerprint(text)
      let print = kept === undefined ? null : decodeFingerprint(kept)
      if (!print) {
        print = await this.#make(id)
        if (print) catalogue.putFingerprint(text, encodeFingerprint(print))
        if (++made % AT_ONCE === 0) await new Promise((others) => setImmediate(others))
      }
      if (print) this.#index.add(id, print)
      this.#known.set(id, text)
    }
  }

  /** Null for a text that is damaged or missing, which verifying tells of. */
  async #make(id: string): Promise<Fingerprint | null> {
    try {
      const { text } = await this.#open.store.storedText(id)
      return fingerprint(text.text.slice(0, LONGEST_TEXT))
    } catch (error) {
      if (error instanceof DossierError && (error.code === 'damaged' || error.code === 'not-found')) return null
      throw error
    }
  }

  async #prepared(id: string): Promise<{ source: Source; article: Prepared }> {
    const { source } = await this.#open.source(id)
    const { text } = await this.#open.store.storedText(id)
    const { agencies, publisher, published, canonicalUrl, url } = source.metadata
    const article = prepare({
      text: text.text.slice(0, LONGEST_TEXT),
      agencies: agencies.value ?? [],
      publisher: publisher.value,
      published: published.value,
      url: canonicalUrl.value ?? url.value
    })
    return { source, article }
  }
}
