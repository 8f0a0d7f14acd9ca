import { SOURCE } from '../../../shared/case/records/source.ts'
import type { CaseStore } from '../../store/case-store.ts'

/** Whether the sources of an open case may have changed: looking through all of ten thousand for each key typed would take longer than what is made of them. */
export class SourceChanges {
  #following = false
  #changed = true

  /** True at first, and when the case told of a source since it was asked last. */
  take({ documents }: Pick<CaseStore, 'documents'>): boolean {
    // Followed before the list is read, so that nothing is missed.
    if (!this.#following)
      documents.follow((names) => {
        if (names.some((name) => SOURCE.isName(name))) this.#changed = true
      })
    this.#following = true
    const changed = this.#changed
    this.#changed = false
    return changed
  }

  /** What was taken couldn't be made use of, or not of all: it's true once more. */
  giveBack(): void {
    this.#changed = true
  }
}
