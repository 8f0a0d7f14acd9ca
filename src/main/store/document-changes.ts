/** A document of a case, as the list has it by now. */
export interface FeedDocument {
  /** The name of its file below the case's folder, by which it's told of. What a record belongs to stands in it, too (`placeOfRecord`). */
  name: string
  /** `source`, `brief`, or the kind of a record. */
  kind: string
  id: string
  /** Another one whenever the document is another; equal to nothing, not even itself, while it's empty. Kept beside what is made of the document. */
  revision: string
}

/**
 * Told the names of documents that may have come, changed or gone, when the list has taken that over and before the edit resolves. Only notes them, and
 * throws nothing.
 */
export type FeedListener = (names: readonly string[]) => void

/** Tells of documents that changed, whoever is listening. */
export class DocumentChanges {
  readonly #listeners = new Set<FeedListener>()

  /** From now on the listener is told; until the answer is called. */
  follow(listener: FeedListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  tell(names: readonly string[]): void {
    if (names.length > 0) for (const listener of this.#listeners) listener(names)
  }
}
