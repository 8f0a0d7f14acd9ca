import type { NearForm, NearKind, Withheld } from '../brief/withheld.ts'
import { walkBlocks } from '../brief/walk.ts'
import type { ExportInput } from '../composition/input.ts'
import { fold } from './fold.ts'
import { likeness, type NameWord } from './likeness.ts'
import { excerptAt, placedTexts, type PlacedText } from './places.ts'
import { planOf, type Plan } from './plan.ts'
import { skeletonOf } from './skeleton.ts'
import { findHidden, type Hidden } from './terms.ts'

/** Withheld words, taken apart. */
interface Name {
  entry: Withheld & { kind: 'words' }
  words: string
  parts: NameWord[]
  /** Whether a part may be taken for the name: particles of it, such as “de la”, may not. */
  telling: boolean[]
}

interface Found {
  name: Name
  kind: NearKind
  start: number
  end: number
}

interface Token {
  start: number
  end: number
  letters: string
  /** Begins with a capital, or its script has none. */
  nameLike: boolean
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu
const NAME_LIKE = /^(?:\p{Lu}|\p{Lt}|\p{Lo})/u
const LETTER = /\p{L}/u
/** Stretches without a space that hold what joins the parts of addresses, handles and the names of files. */
const ADDRESS =
  /[^\s"“”„«»‹›()<>[\]{},;|]*[\p{L}\p{N}][@#_./:\\+=&?-][\p{L}\p{N}][^\s"“”„«»‹›()<>[\]{},;|]*|[@#][\p{L}\p{N}_.-]+/gu
/** Letters from which on a name is looked for within the words of an address. */
const JOINED = 5
const SEARCHED_WITHIN = 8
/** Words of a name at most, and letters of the longest particle in one: “della”. */
const MOST_PARTS = 5
const PARTICLE = 5

/**
 * What a redacted export of an input would still show that is like withheld words, once for each form, in the order of the text. Forms
 * of which it was decided that they may stay aren't named. Pure. Throws as `planOf` does.
 */
export function nearForms(input: ExportInput): NearForm[] {
  return nearFormsIn(input, shownTexts(input, planOf(input)))
}

/** The same in other texts than those that an export of the input shows. */
export function nearFormsIn(input: ExportInput, texts: readonly PlacedText[]): NearForm[] {
  // Each entry by itself: what is left of one may be like another.
  const finders = input.brief.withheld.flatMap((entry) => {
    const names = entry.kind === 'words' ? namesOf(entry) : []
    return names.length === 0 ? [] : [new Finder(names)]
  })
  if (finders.length === 0) return []
  const plan = planOf(input)
  const forms = new Map<string, NearForm>()
  for (const placed of texts) {
    const hidden = findHidden(placed.text, termsFor(placed, plan))
    const found = finders.flatMap((finder) => finder.find(placed.text, hidden))
    for (const { name, kind, start, end } of found.sort((a, b) => a.start - b.start)) {
      const form = placed.text.slice(start, end).replace(/\s+/g, ' ')
      const { letters } = fold(form)
      if (name.entry.left?.some((each) => fold(each).letters === letters)) continue
      const known = forms.get(letters)
      if (known) known.count += known.entryId === name.entry.id ? 1 : 0
      else {
        const { place, nodeId, text } = placed
        const excerpt = excerptAt(text, start, end)
        forms.set(letters, { form, like: name.words, entryId: name.entry.id, kind, count: 1, place, nodeId, excerpt })
      }
    }
  }
  return [...forms.values()]
}

function namesOf(entry: Withheld & { kind: 'words' }): Name[] {
  return entry.terms.flatMap((words): Name[] => {
    const written = words.match(WORD)?.filter((each) => LETTER.test(each)) ?? []
    const capitals = written.some((each) => /^\p{Lu}/u.test(each))
    if (written.length === 0 || isPhrase(written, capitals)) return []
    return [
      {
        entry,
        words,
        parts: written.map((each) => {
          const { letters } = fold(each)
          return { letters, skeleton: skeletonOf(letters) }
        }),
        telling: written.map((each) => !capitals || NAME_LIKE.test(each))
      }
    ]
  })
}

/** Whether words are more than a name: what is like parts of a sentence is all over the text. */
function isPhrase(words: readonly string[], capitals: boolean): boolean {
  return (
    words.length > MOST_PARTS || (capitals && words.some((each) => /^\p{Ll}/u.test(each) && each.length > PARTICLE))
  )
}

/** The texts of which a redacted export shows or carries what isn't hidden word by word. */
function shownTexts(input: ExportInput, plan: Plan): PlacedText[] {
  const sources = input.sources.flatMap((each): ExportInput['sources'] => {
    const withheld = plan.sources.get(each.source.id)?.withheld ?? 'no'
    return withheld === 'source' ? [] : [{ ...each, withheld }]
  })
  const shown = new Set(sources.map(({ source }) => source.id))
  const quotes = input.quotes.filter(({ sourceId }) => shown.has(sourceId))
  const gone = new Set(
    [...walkBlocks(input.brief.doc)].flatMap(({ node }) => {
      const whole = (plan.blocks.get(node.attrs.id)?.whole ?? null) !== null
      const ofSource = (node.type === 'quoteBlock' || node.type === 'figure') && !isShown(node.attrs, input, shown)
      return whole || ofSource ? [node.attrs.id] : []
    })
  )
  return placedTexts({ ...input, sources, quotes }).filter(({ nodeId }) => nodeId === null || !gone.has(nodeId))
}

/** Whether the source of a quote or figure is shown, or it has none. */
function isShown(
  attrs: { sourceId: string | null; quoteId?: string | null },
  { quotes }: ExportInput,
  shown: ReadonlySet<string>
): boolean {
  const id = quotes.find((quote) => quote.id === attrs.quoteId)?.sourceId ?? attrs.sourceId
  return id === null || shown.has(id)
}

function termsFor({ nodeId }: PlacedText, plan: Plan): Plan['terms'] {
  const own = nodeId === null ? undefined : plan.blocks.get(nodeId)
  return own ? [...plan.terms, ...own.terms] : plan.terms
}

/** Finds in texts what is like names. */
class Finder {
  private readonly names: readonly Name[]
  /** What a word is like, by itself. */
  private readonly known = new Map<string, { name: Name; kind: NearKind } | null>()

  constructor(names: readonly Name[]) {
    this.names = names
  }

  find(text: string, hidden: readonly Hidden[]): Found[] {
    const taken = [...hidden]
    const found: Found[] = []
    const take = (each: Found): void => {
      if (taken.some(({ start, end }) => start < each.end && end > each.start)) return
      found.push(each)
      taken.push({ ...each, reason: each.name.entry.reason })
    }
    const tokens = tokensOf(text)
    // An initial is found by the name that it stands before, which may be hidden.
    for (const each of this.initials(text, tokens)) {
      const covered = hidden.some(({ start, end }) => start <= each.start && end >= each.end)
      const beside = found.some(({ start, end }) => start < each.end && end > each.start)
      if (covered || beside) continue
      found.push(each)
      taken.push({ ...each, reason: each.name.entry.reason })
    }
    for (const each of this.reversed(text, tokens)) take(each)
    for (const each of this.addresses(text)) take(each)
    for (const token of tokens) {
      const like = this.word(token)
      if (like) take({ ...like, start: token.start, end: token.end })
    }
    return found
  }

  private word({ letters, nameLike }: Token): { name: Name; kind: NearKind } | null {
    const key = `${nameLike ? '+' : '-'}${letters}`
    let known = this.known.get(key)
    if (known === undefined) this.known.set(key, (known = this.likeAny(letters, nameLike)))
    return known
  }

  private likeAny(letters: string, nameLike: boolean): { name: Name; kind: NearKind } | null {
    for (const name of this.names) {
      const whole = name.parts.map((part) => part.letters).join('')
      // The search of the finished file finds words of so many letters within others.
      if (whole.length >= SEARCHED_WITHIN && letters !== whole && letters.includes(whole)) {
        return {
          name,
          kind: letters.startsWith(whole) && letters.length - whole.length <= 3 ? 'inflection' : 'compound'
        }
      }
      const joined = joinedOf(name)
      if (joined.length >= JOINED && letters !== joined && letters.includes(joined)) return { name, kind: 'compound' }
      if (!nameLike) continue
      for (const [i, part] of name.parts.entries()) {
        if (!name.telling[i]) continue
        if (letters === part.letters && letters.length > 1 && name.parts.length > 1) return { name, kind: 'part' }
        const kind = likeness(letters, part)
        if (kind) return { name, kind }
      }
    }
    return null
  }

  /** `A. Vell`, `A Vell`, `Vell, A.`, `A. V.` */
  private *initials(text: string, tokens: readonly Token[]): Generator<Found> {
    for (const name of this.names) {
      const { parts } = name
      const last = parts.at(-1)!.letters
      const first = [...parts[0]!.letters][0]!
      if (parts.length < 2) continue
      for (const [i, token] of tokens.entries()) {
        const next = tokens[i + 1]
        const between = next ? text.slice(token.end, next.start) : ''
        const isInitial = (each: Token, letter: string): boolean => each.nameLike && each.letters === letter
        if (!next || !/^[\s.,]{1,3}$/u.test(between)) continue
        const dot = text[next.end] === '.' ? 1 : 0
        if (isInitial(token, first) && next.letters === last && !between.includes(',')) {
          yield { name, kind: 'initials', start: token.start, end: next.end }
        } else if (token.letters === last && isInitial(next, first) && (between.includes(',') || dot === 1)) {
          yield { name, kind: 'initials', start: token.start, end: next.end + dot }
        } else if (isInitial(token, first) && isInitial(next, [...last][0]!) && between.startsWith('.') && dot === 1) {
          yield { name, kind: 'initials', start: token.start, end: next.end + dot }
        }
      }
    }
  }

  /** `Vell, Anna` */
  private *reversed(text: string, tokens: readonly Token[]): Generator<Found> {
    for (const name of this.names) {
      const { parts } = name
      if (parts.length < 2) continue
      const [first, last] = [parts[0]!.letters, parts.at(-1)!.letters]
      for (const [i, token] of tokens.entries()) {
        const next = tokens[i + 1]
        if (!next || token.letters !== last || next.letters !== first) continue
        if (!/^[\s,.;/|-]{1,3}$/u.test(text.slice(token.end, next.start))) continue
        yield { name, kind: 'order', start: token.start, end: next.end }
      }
    }
  }

  private *addresses(text: string): Generator<Found> {
    for (const match of text.matchAll(ADDRESS)) {
      const address = match[0].replace(/[.:!?’']+$/u, '')
      const words = (address.match(WORD) ?? []).map((each) => fold(each).letters)
      // A number at its end tells accounts of one name apart.
      const bare = words.map((each) => each.replace(/\p{N}+$/u, ''))
      const joined = words.join('')
      const name = this.names.find((each) => isIn(each, bare, joined))
      if (name) yield { name, kind: 'address', start: match.index, end: match.index + address.length }
    }
  }
}

function joinedOf({ parts }: Name): string {
  return parts.length < 2 ? '' : parts.map(({ letters }) => letters).join('')
}

/** Whether the words of an address hold a name: a part of it by itself, or its parts and initials joined in any order. */
function isIn({ parts, telling }: Name, words: readonly string[], joined: string): boolean {
  const alone = parts.filter((_, i) => telling[i]).map(({ letters }) => letters)
  if (alone.some((part) => part.length > 2 && words.includes(part))) return true
  if (alone.some((part) => part.length >= JOINED && joined.includes(part))) return true
  if (parts.length < 2) return false
  const [first, last] = [parts[0]!.letters, parts.at(-1)!.letters]
  const initial = [...first][0]!
  const both = [first + last, last + first]
  return (
    both.some((each) => each.length >= JOINED && joined.includes(each)) ||
    [initial + last, last + initial].some((each) => each.length >= JOINED && words.includes(each))
  )
}

function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    letters: fold(match[0]).letters,
    nameLike: NAME_LIKE.test(match[0])
  })).filter(({ letters }) => letters !== '')
}
