import type { Name } from '../names/names.ts'
import type { NameKind } from '../names/weigh.ts'
import { NAME_LINKS, ORGANISATION_WORDS } from '../names/words.ts'
import { isDoubtful, shownKind, type ShownKind } from './kind-evidence.ts'
import { formKey, initialsOf, isAcronym, nameKey } from './name-key.ts'

/**
 * Why a form counts as a name's own: it's the name as written in full (`name`), the surname or the beginning of the only one of the text that is called so (`surname`,
 * `short`), its acronym, which stands in brackets behind it (`brackets`), or its initials (`initials`); or the only one of the case that fits (`only-surname`, `only-acronym`).
 */
export const FORM_RULES = ['name', 'surname', 'short', 'brackets', 'initials', 'only-surname', 'only-acronym'] as const
export type FormRule = (typeof FORM_RULES)[number]

/** How a text writes a name: start and end of each place, in UTF-16 units, one behind the other. */
export interface NameForm {
  written: string
  rule: FormRule
  at: number[]
}

/** Somebody or something that a text names, with all forms of the name that surely mean the same. */
export interface TextName {
  kind: NameKind
  /** What it's compared with names of other texts by. */
  key: string
  /** The longest form that the text gives. */
  name: string
  /** True for a surname or an acronym that nothing in the text explains. */
  isBare: boolean
  /** The kind that the text shows by the words beside it; null where it shows none. */
  shown: ShownKind | null
  /** True for a word that may be no name: where nothing else of the case has it, it's left out. */
  isDoubtful: boolean
  /** The acronyms that stand in brackets behind it. */
  acronyms: string[]
  forms: NameForm[]
}

interface Mentioned {
  start: number
  end: number
  kind: NameKind
  written: string
  key: string
  shown: ShownKind | null
  isDoubtful: boolean
}

/** Groups the names of a text by whom they mean. What might mean two stays by itself. */
export function entitiesOf(text: string, names: readonly Name[]): TextName[] {
  const judged = judgedByKey(text, names)
  const mentions = names
    .map(({ start, end, written }): Mentioned => {
      const { kind, ...rest } = judged.get(nameKey('organisation', written))!
      return { start, end, kind, written, key: nameKey(kind, written), ...rest }
    })
    .filter(({ kind, key }) => kind !== 'organisation' || !ORGANISATION_WORDS.has(key))
  const acronyms = acronymsOf(text, mentions)
  const fullNames = longerNames(mentions, placed(text, mentions))
  const found = new Map<string, TextName>()
  const add = (mention: Mentioned, whole: { key: string; rule: FormRule; isBare: boolean }): TextName => {
    const id = `${mention.kind} ${whole.key}`
    const known = found.get(id) ?? {
      ...{ kind: mention.kind, key: whole.key, name: mention.written, isBare: whole.isBare },
      ...{ shown: mention.shown, isDoubtful: mention.isDoubtful },
      ...{ acronyms: [], forms: [] }
    }
    found.set(id, known)
    if (whole.rule === 'name' && isBetter(mention.written, known.name, known.key)) known.name = mention.written
    const form = known.forms.find(({ written, rule }) => written === mention.written && rule === whole.rule)
    if (form) form.at.push(mention.start, mention.end)
    else known.forms.push({ written: mention.written, rule: whole.rule, at: [mention.start, mention.end] })
    return known
  }
  for (const mention of mentions) {
    const declared = acronyms.get(mention.written)
    if (declared?.size === 1) {
      add({ ...mention, kind: 'organisation' }, { key: [...declared.keys()][0]!, rule: 'brackets', isBare: false })
      continue
    }
    add(mention, fullNames(mention))
  }
  for (const [acronym, bodies] of acronyms) {
    for (const [key, place] of bodies) {
      const name = found.get(`organisation ${key}`)
      if (!name) continue
      name.acronyms.push(acronym)
      if (bodies.size > 1 || mentions.some(({ start }) => start === place.start)) continue
      const form = name.forms.find(({ rule, written }) => rule === 'brackets' && written === acronym)
      if (form) form.at.push(place.start, place.end)
      else name.forms.push({ written: acronym, rule: 'brackets', at: [place.start, place.end] })
    }
  }
  return [...found.values()]
}

/** What each form is: the kind that the text shows, else the one that most of its mentions have; of as many the one that comes first. */
function judgedByKey(
  text: string,
  names: readonly Name[]
): Map<string, { kind: NameKind; shown: ShownKind | null; isDoubtful: boolean }> {
  const places = Map.groupBy(names, ({ written }) => nameKey('organisation', written))
  return new Map(
    [...places].map(([key, own]) => {
      const counts = Map.groupBy(own, ({ kind }) => kind)
      const most = [...counts].reduce((best, each) => (each[1].length > best[1].length ? each : best))[0]
      const shown = shownKind(text, own)
      const kind = shown === null || shown === 'other' ? most : shown
      return [key, { kind, shown, isDoubtful: isDoubtful(text, own) }]
    })
  )
}

/** A name in capitals, as in headlines, is no better than one that isn't. */
function isBetter(written: string, than: string, key: string): boolean {
  const isShouted = (name: string): boolean => name.length > 4 && name === name.toUpperCase() && /\s/.test(name)
  if (isShouted(than) !== isShouted(written)) return isShouted(than)
  return formKey(than) !== key && formKey(written) === key
}

const BRACKETS = /^\s?\(([\p{Lu}\p{N}][\p{L}\p{N}.&-]{1,9})\)/u

/** The acronyms that stand in brackets behind the names of bodies, each with the bodies and the place in brackets. */
function acronymsOf(
  text: string,
  mentions: readonly Mentioned[]
): Map<string, Map<string, { start: number; end: number }>> {
  const found = new Map<string, Map<string, { start: number; end: number }>>()
  for (const { kind, end, key } of mentions) {
    if (kind !== 'organisation' || !key.includes(' ')) continue
    const brackets = BRACKETS.exec(text.slice(end, end + 14))
    const acronym = brackets?.[1]
    if (brackets === null || acronym === undefined || !isAcronym(acronym) || !fits(acronym, key)) continue
    const start = end + brackets[0].indexOf('(') + 1
    const bodies = found.get(acronym) ?? new Map<string, { start: number; end: number }>()
    if (!bodies.has(key)) bodies.set(key, { start, end: start + acronym.length })
    found.set(acronym, bodies)
  }
  return found
}

/** True when at least half of an acronym's letters begin words of the name: those of names in other languages stand in another order. */
function fits(acronym: string, key: string): boolean {
  const letters = [...acronym.toLowerCase().replace(/[^\p{L}]/gu, '')]
  const initials = [...initialsOf(key)]
  let begun = 0
  for (const letter of letters) {
    const at = initials.indexOf(letter)
    if (at < 0) continue
    initials.splice(at, 1)
    begun++
  }
  return letters.length > 1 && begun * 2 >= letters.length
}

const IN_PLACE = /(?<!\p{L})(?:in|to|from|at|near|between|around|outside|for|of)\s+$/iu

/** Names of one word of which a mention may be of a place (`crossings to Vestad`): none of them is surely short for a body called after it (`Vestad News Agency`). */
function placed(text: string, mentions: readonly Mentioned[]): Set<string> {
  return new Set(
    mentions
      .filter(
        ({ kind, key, start }) =>
          !key.includes(' ') && (kind === 'place' || IN_PLACE.test(text.slice(Math.max(0, start - 12), start)))
      )
      .map(({ key }) => key)
  )
}

/** Finds the only longer name of the text that a mention can be short for. */
function longerNames(
  mentions: readonly Mentioned[],
  placed: ReadonlySet<string>
): (mention: Mentioned) => { key: string; rule: FormRule; isBare: boolean } {
  const people = new Map<string, Set<string>>()
  const beginnings = new Map<string, Set<string>>()
  const initials = new Map<string, Set<string>>()
  const put = (to: Map<string, Set<string>>, short: string, key: string): void =>
    void to.set(short, (to.get(short) ?? new Set()).add(key))
  for (const { kind, key } of mentions) {
    const words = key.split(' ')
    if (words.length < 2) continue
    if (kind === 'person' && !NAME_LINKS.has(words[0]!)) {
      for (let from = 1; from < words.length; from++)
        if (from === words.length - 1 || NAME_LINKS.has(words[from]!)) put(people, words.slice(from).join(' '), key)
    }
    if (kind === 'organisation') {
      // Only of one word: the Bank of England Museum isn't the Bank of England.
      put(beginnings, words[0]!, key)
      put(initials, initialsOf(key), key)
    }
  }
  return ({ kind, key, written }) => {
    const isOne = !key.includes(' ')
    if (kind === 'person') {
      const [only, another] = people.get(key) ?? []
      if (only !== undefined && another === undefined) return { key: only, rule: 'surname', isBare: false }
      return { key, rule: 'name', isBare: isOne }
    }
    if (kind === 'place') return { key, rule: 'name', isBare: false }
    const [began, another] = beginnings.get(key) ?? []
    if (began !== undefined && another === undefined && !placed.has(key))
      return { key: began, rule: 'short', isBare: false }
    if (isOne && isAcronym(written)) {
      const [only, other] = initials.get(key) ?? []
      if (only !== undefined && other === undefined) return { key: only, rule: 'initials', isBare: false }
      return { key, rule: 'name', isBare: true }
    }
    return { key, rule: 'name', isBare: false }
  }
}
