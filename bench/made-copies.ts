/** Makes articles with known copies among them: invented events, outlets and wording, all from a seed. */

/** How the second article came from the first, in the scorer's words; `event` and `closing` relate none. */
export type Made = 'copy' | 'cut' | 'rewrite' | 'heavy' | 'embed' | 'quote' | 'event' | 'closing'

export interface MadeDocument {
  id: string
  text: string
}

export interface MadePair {
  a: string
  b: string
  relation: Made
}

/** A number from 0 to below 1, the next of a sequence that the seed decides (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const STARTS = 'b br c d dr f fl g gr h k l m n p pl r s sk st t tr v w'.split(' ')
const VOWELS = 'a e i o u ea ou ai'.split(' ')
const ENDS = 'l n r st rd nt ck m sh ve d ss t'.split(' ')
const PATTERNS = [
  'the N of the N V that the A N had been V by the N in P',
  'P said that the N was A and that a N had V the N',
  'a A N V the N on Thursday after the N of P V the N',
  'it is not clear whether the N V before the A N was V',
  'according to the N , the N V at least M N in P',
  'M N were V when the A N V near the N',
  'in a N to the N , P V that no N had been A',
  'the N , which V the N in P , is to V the N next month',
  'officials V that the N and the N would be V in the A N',
  'P , who V the N , V the A N and V it to the N',
  'F',
  'F , and the N V the A N'
]

interface Event {
  names: string[]
  phrases: string[]
}

/** Words and sentences of one made world. */
class Maker {
  readonly chance: () => number
  readonly #nouns: string[]
  readonly #verbs: string[]
  readonly #adjectives: string[]

  constructor(chance: () => number) {
    this.chance = chance
    this.#nouns = Array.from({ length: 900 }, () => this.#word(2))
    this.#verbs = Array.from({ length: 400 }, () => `${this.#word(1)}ed`)
    this.#adjectives = Array.from({ length: 300 }, () => `${this.#word(1)}al`)
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.chance() * list.length)]!
  }

  /** A small number of the list more often than a large one, as in real language. */
  #frequent(list: readonly string[]): string {
    return list[Math.floor(this.chance() ** 2.2 * list.length)]!
  }

  #word(parts: number): string {
    let word = ''
    for (let part = 0; part < parts; part++) word += this.pick(STARTS) + this.pick(VOWELS)
    return word + this.pick(ENDS)
  }

  name(): string {
    return [this.#word(1), this.#word(2)].map((word) => word[0]!.toUpperCase() + word.slice(1)).join(' ')
  }

  event(): Event {
    const names = Array.from({ length: 4 }, () => this.name())
    const board = `${this.name()} Board`
    return {
      names,
      phrases: [
        `the ${board} said in a statement on Thursday`,
        `${names[0]!} , the head of the ${board} , said`,
        `the sinking of the ferry on 19 February`,
        `a spokesperson for the ${board} declined to comment`
      ]
    }
  }

  /** A sentence; a phrase of the event is taken off `phrases`: nobody writes it twice in an article. */
  sentence(event: Event, phrases: string[] = []): string {
    const pattern = this.pick(PATTERNS)
    const words = (pattern.startsWith('F') && phrases.length === 0 ? PATTERNS[0]! : pattern).split(' ').map((slot) => {
      if (slot === 'N') return this.#frequent(this.#nouns)
      if (slot === 'V') return this.#frequent(this.#verbs)
      if (slot === 'A') return this.#frequent(this.#adjectives)
      if (slot === 'P') return this.pick(event.names)
      if (slot === 'M') return String(2 + Math.floor(this.chance() * 80))
      return slot === 'F' ? phrases.pop()! : slot
    })
    const text = words.join(' ').replaceAll(' ,', ',')
    return `${text[0]!.toUpperCase()}${text.slice(1)}.`
  }

  paragraphs(event: Event, count: number): string[] {
    const phrases = event.phrases.filter(() => this.chance() < 0.8)
    return Array.from({ length: count }, () =>
      Array.from({ length: 1 + Math.floor(this.chance() * 3) }, () => this.sentence(event, phrases)).join(' ')
    )
  }

  quotation(event: Event): string {
    const said = Array.from({ length: 1 + Math.floor(this.chance() * 2) }, () => this.sentence(event)).join(' ')
    return `“${said.replace(/\.$/, ',')}” ${this.pick(event.names)} said.`
  }

  /** Some words replaced by others. */
  reworded(text: string, part: number): string {
    return text.replace(/\p{L}+/gu, (word) => (this.chance() < part ? this.#frequent(this.#nouns) : word))
  }
}

/** The second article of a pair, made of the first one's paragraphs. */
function derive(maker: Maker, relation: Made, from: readonly string[], event: Event): string[] {
  const { chance } = maker
  switch (relation) {
    case 'copy':
      return from.map((text) =>
        text
          .replaceAll('“', '"')
          .replaceAll('”', '"')
          .replaceAll(' ', chance() < 0.1 ? '\u00a0' : ' ')
      )
    case 'cut':
      return from.slice(0, Math.ceil(from.length * (0.3 + chance() * 0.5)))
    case 'rewrite':
      return from.filter(() => chance() < 0.9).map((text) => maker.reworded(text, 0.06 + chance() * 0.1))
    case 'heavy':
      return [
        ...from.filter(() => chance() < 0.8).map((text) => maker.reworded(text, 0.28)),
        ...maker.paragraphs(event, 4)
      ]
        .map((text) => ({ text, place: chance() }))
        .sort((x, y) => x.place - y.place)
        .map(({ text }) => text)
    case 'embed': {
      const start = Math.floor(chance() * (from.length - 4))
      const own = maker.paragraphs(event, 24)
      return [...own.slice(0, 10), ...from.slice(start, start + 4), ...own.slice(10)]
    }
    default:
      return maker.paragraphs(event, from.length)
  }
}

const RELATIONS: readonly Made[] = ['copy', 'cut', 'rewrite', 'heavy', 'embed', 'quote', 'event', 'closing']

/** Makes `count` articles and the pairs among them. Half of the articles stand alone. */
export function makeCopies(seed: number, count: number): { documents: MadeDocument[]; pairs: MadePair[] } {
  const maker = new Maker(sequence(seed))
  const closings = Array.from({ length: 20 }, () => {
    const nowhere = { names: [maker.name()], phrases: [maker.name()] }
    return `${maker.sentence(nowhere)} ${maker.sentence(nowhere)}`
  })
  const documents: MadeDocument[] = []
  const pairs: MadePair[] = []
  const add = (paragraphs: readonly string[], closing = maker.pick(closings)): string => {
    const id = `d${documents.length}`
    documents.push({ id, text: [...paragraphs, closing].join('\n') })
    return id
  }
  for (let turn = 0; documents.length < count; turn++) {
    const event = maker.event()
    const first = maker.paragraphs(event, 8 + Math.floor(maker.chance() * 16))
    for (let at = 2; at < first.length; at += 4) first[at] = maker.quotation(event)
    const relation = RELATIONS[turn % (RELATIONS.length * 2)]
    if (relation === undefined || documents.length + 2 > count) {
      add(first)
      continue
    }
    const closing = relation === 'closing' ? maker.pick(closings) : undefined
    const second = derive(maker, relation, first, event)
    if (relation === 'quote')
      for (let place = 2; place < Math.min(7, first.length); place += 4)
        if (place < 4 || maker.chance() < 0.5) second[place] = first[place]!
    pairs.push({ a: add(first, closing), b: add(second, closing), relation })
  }
  return { documents, pairs }
}
