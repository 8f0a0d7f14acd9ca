import { findNames } from '../names/names.ts'
import type { Report } from '../reports/report.ts'
import { stemOf } from '../reports/terms.ts'

/** A name in a statement, half-open. */
export interface NameItem {
  start: number
  end: number
  /** It may be a person's. */
  isPerson: boolean
}

const CONNECTS = /^(?:of|the|and|&|van|von|de|da|di|der|den|del|la|le|bin|al|af|zu|for|on|in)$/u
const DATE_WORD =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Easter|Christmas|Spring|Summer|Autumn|Winter|I|TLP|GMT|UTC|CET|CEST|BST|EST|EUR|USD|GBP|Mr|Mrs|Ms|Dr|Prof)$/u
const ENDS = /[.!?…]["”’)]*\s+$|^\s*["“‘(]*$|[:;]\s*["“‘]?$|["“]$|^\s*[-–—•]\s*$/u
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}’'.-]*/gu

/** The names that a statement holds: those that names are read by, drawn out to all capitals in a row, and other capitals within sentences. */
export function namesOf(text: string): NameItem[] {
  const found = findNames(text).map(({ start, end, kind }) => ({ start, end, isPerson: kind === 'person' }))
  const items: NameItem[] = []
  for (const run of capitalsIn(text)) {
    const inside = found.filter(({ start, end }) => start < run.end && end > run.start)
    if (run.isFirst && inside.length === 0) continue
    items.push({ start: run.start, end: run.end, isPerson: inside.some(({ isPerson }) => isPerson) })
  }
  for (const name of found) if (!items.some(({ start, end }) => name.start < end && name.end > start)) items.push(name)
  return items.sort((a, b) => a.start - b.start)
}

/** Words with capitals in a row; `isFirst` for a single one that begins a sentence. */
function capitalsIn(text: string): (Pick<NameItem, 'start' | 'end'> & { isFirst: boolean })[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const kept = word.replace(/[’']s$|[.’'-]+$/u, '')
    return { word: kept, start: index, end: index + kept.length }
  })
  const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word) && !DATE_WORD.test(word)
  const runs: (Pick<NameItem, 'start' | 'end'> & { isFirst: boolean })[] = []
  for (let at = 0; at < words.length; at++) {
    if (!isCapital(words[at]!.word)) continue
    let last = at
    for (let next = at + 1; next < words.length; next++) {
      const gap = text.slice(words[next - 1]!.end, words[next]!.start)
      if (!/^(?:[’']s)?\s*(?:&\s*)?$/u.test(gap)) break
      // A possessive ends a name: `Kell’s Herald` are two.
      if (/[’']s/u.test(gap)) break
      if (isCapital(words[next]!.word)) last = next
      else if (!CONNECTS.test(words[next]!.word) || next - last > 2) break
      else if (/^(?:and|in|on|for|the)$/u.test(words[next]!.word)) break
    }
    const begins = ENDS.test(text.slice(0, words[at]!.start))
    // A word that only begins the sentence is no part of the name: `The Aldery bridge`, `Engineers of Holm & Strand`.
    let first = at
    if (
      begins &&
      last > at &&
      /^(?:The|A|An|In|On|At|By|For|From|With|After|Before|Since|Of|That|This|These|Those|Its|Their|His|Her|No|Not|All|Both|Some|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|When|While|If|As|But|And|It|He|She|They|We|Our|Under|Near|Between|Only|Neither|Either|Each|Every|Most|Many|Several|According|What|Who|Where|Why|How|Whether|Because|Although|Though)$/u.test(
        words[at]!.word
      )
    ) {
      first = at + 1
      while (first < last && !isCapital(words[first]!.word)) first++
    }
    const isFirst = begins && first === at && last === at
    runs.push({ start: words[first]!.start, end: words[last]!.end, isFirst })
    at = last
  }
  return runs
}

/** Words about a name that are no part of it. */
const TITLE =
  /^(?:the|(?:\p{L}+-(?:elect|designate|general))|ceo|cfo|coo|cto|mp|mps|premier|chancellor|king|queen|prince|princess|detective|officer|coach|commissioner|ambassador|chairperson|deputy|pastor|imam|rabbi|captain|commander|colonel|general|major|sergeant|lieutenant|admiral|inspector|mayor|minister|president|governor|senator|judge|professor|prof|doctor|dr|mr|mrs|ms|sir|dame|lord|lady|chief|director|chair|chairman|chairwoman|spokesman|spokeswoman|secretary|treasurer|councillor|superintendent|constable|bishop|father|of|and|van|von|de|da|di|der|den|del|la|le|plc|ltd|inc|gmbh|ag|co|corp|llc)$/iu
const ADJECTIVAL = /(?:s|n|ns|ian|ians|an|ans|ese|er|ers|ish|i|is|ic|ines?)$/u

/** Whether a source has a name: whole, a family name, a short or a long form. */
export function holdsName(report: Report, text: string, item: NameItem): boolean {
  const { isPerson } = item
  const words = wordsOfName(text, item)
  if (words.length === 0) return true
  const known = wordsOf(report)
  const has = (word: string): boolean => {
    const small = word.toLowerCase()
    if (known.words.has(small) || known.stems.has(stemOf(small))) return true
    const parts = small.split('-')
    if (parts.length > 1 && parts.every((part) => known.words.has(part))) return true
    if (ADJECTIVAL.test(small))
      for (let cut = 1; cut <= 4 && small.length - cut >= 4; cut++)
        if (known.names.has(small.slice(0, -cut)) && ADJECTIVAL.test(small.slice(-cut))) return true
    for (const ending of ['s', 'n', 'an', 'ian', 'er', 'ese', 'ers'])
      if (small.length >= 4 && known.names.has(small + ending)) return true
    return false
  }
  if (words.every(has)) return words.length < 2 || !isOther(report, words)
  // Initials for what's written out, and the other way round.
  if (words.length === 1 && /^\p{Lu}{2,6}$/u.test(words[0]!) && known.initials.has(words[0]!)) return true
  if (
    words.length >= 2 &&
    known.words.has(
      words
        .map((word) => word[0]!)
        .join('')
        .toLowerCase()
    )
  )
    return true
  const family = words.at(-1)!
  const looksLikePerson = isPerson || (words.length === 2 && words.every((word) => /^\p{Lu}\p{Ll}+$/u.test(word)))
  // Its source may have the family name only, but not another first name.
  return looksLikePerson && words.length >= 2 && known.names.has(family.toLowerCase()) && !isOther(report, words)
}

/** A name's own words; it's looked for in many sources. */
const namesWords = new WeakMap<NameItem, readonly string[]>()

function wordsOfName(text: string, item: NameItem): readonly string[] {
  const before = namesWords.get(item)
  if (before) return before
  const words = (text.slice(item.start, item.end).match(WORD) ?? [])
    .map((word) => word.replace(/[’']s$|[.’'-]+$/u, ''))
    .filter((word) => !TITLE.test(word))
  namesWords.set(item, words)
  return words
}

/** The source gives the family name with another first name, and never with this one. */
function isOther(report: Report, words: readonly string[]): boolean {
  const family = words.at(-1)!
  const given = words.at(-2)!
  const before = [
    ...report.text.matchAll(
      new RegExp(`(?<![\\p{L}])(\\p{Lu}[\\p{L}’'-]+|\\p{Lu}\\.)\\s+${escaped(family)}(?![\\p{L}])`, 'gu')
    )
  ].map((match) => match[1]!)
  const firsts = before.filter((word) => !TITLE.test(word) && !/^(?:The|A|An|In|On|And|But|Mr|Mrs|Ms)$/u.test(word))
  if (firsts.length === 0) return false
  return (
    !firsts.some(
      (word) =>
        word === given ||
        (/^\p{Lu}\.$/u.test(word) && word[0] === given[0]) ||
        (given.length <= 2 && word[0] === given[0])
    ) && !new RegExp(`(?<![\\p{L}])${escaped(given)}(?![\\p{L}])`, 'u').test(report.text)
  )
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}

interface KnownWords {
  words: ReadonlySet<string>
  stems: ReadonlySet<string>
  /** Those that are written with a capital. */
  names: ReadonlySet<string>
  initials: ReadonlySet<string>
}

const cache = new WeakMap<Report, KnownWords>()

function wordsOf(report: Report): KnownWords {
  const before = cache.get(report)
  if (before) return before
  const all = [report.text, report.title, report.publisher ?? '', ...report.agencies, ...report.lines].join('\n')
  const words = new Set<string>()
  const names = new Set<string>()
  const stems = new Set<string>()
  for (const [word] of all.matchAll(WORD)) {
    for (const part of [word.replace(/[’']s$|[.’'-]+$/u, ''), ...word.split('-')]) {
      const small = part.toLowerCase()
      words.add(small)
      stems.add(stemOf(small))
      if (/^\p{Lu}/u.test(part)) names.add(small)
    }
  }
  const initials = new Set(
    [
      ...all.matchAll(
        /\p{Lu}[\p{L}’'-]+(?:\s+(?:of|the|for|and|&)\s+|\s+)(?:\p{Lu}[\p{L}’'-]+(?:\s+(?:of|the|for|and|&))?\s*){1,5}/gu
      )
    ].map(({ 0: run }) => (run.match(/\p{Lu}[\p{L}’'-]+/gu) ?? []).map((word) => word[0]!).join(''))
  )
  const known = { words, stems, names, initials }
  cache.set(report, known)
  return known
}
