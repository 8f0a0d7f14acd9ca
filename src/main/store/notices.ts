/** What is told of an open case: while it's opened it's kept to be shown, from then on a listener is told, too. */
export class Notices {
  /** What opening found and mended or set aside, and what came since, a sentence each. */
  readonly all: string[]
  /** Those of them that tell of a document which was found damaged or missing, put back or not. */
  readonly damages: string[]
  #listener: (sentence: string) => void = () => undefined

  constructor(damages: readonly string[], notices: readonly string[]) {
    this.all = [...damages, ...notices]
    this.damages = [...damages]
  }

  /** From now on the listener is told of each notice. */
  tell(listener: (sentence: string) => void): void {
    this.#listener = listener
  }

  add(sentence: string): void {
    this.all.push(sentence)
    this.#listener(sentence)
  }

  addDamage(sentence: string): void {
    this.damages.push(sentence)
    this.add(sentence)
  }
}
