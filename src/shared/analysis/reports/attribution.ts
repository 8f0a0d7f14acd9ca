import { identityOf } from './giver-kind.ts'
import { readNounPhrase, subjectBefore } from './noun-phrase.ts'
import type { Sentence } from './report.ts'

/** How an account is given: said, or only alleged, feared, supposed, doubted, denied. */
export const ATTITUDES = ['says', 'alleges', 'fears', 'supposes', 'doubts', 'denies'] as const
export type Attitude = (typeof ATTITUDES)[number]

/** Who gives what a sentence tells, with the words; ranges are of the sentence. */
export interface Mention {
  words: string
  start: number
  end: number
  attitude: Attitude
  /** How it's said: `reports`, `writes`; small letters. */
  verb: string
  /** The part of the sentence that it gives. */
  scope: { start: number; end: number }
  /** Whoever it was told to, or who passes it on: outlets in most cases. */
  through: string[]
}

const VERBS: Readonly<Record<Attitude, string>> = {
  says: 'said|says|say|told|tells|tell|repeated|repeats|reiterated|reiterates|recounted|recounts|assures|announced|announces|announce|stated|states|state|explained|explains|added|adds|confirmed|confirms|confirm|insisted|insists|argued|argues|warned|warns|warn|noted|notes|admitted|admits|acknowledged|acknowledges|conceded|declared|declares|disclosed|discloses|revealed|reveals|found|finds|concluded|concludes|estimated|estimates|estimate|puts|put|calculated|calculates|testified|predicted|predicts|maintains|maintained|recalled|recalls|wrote|writes|write|reported|reports|report|shows|showed|show|indicates|indicated|spoke|speaks|stressed|stresses|replied|commented|remarked|assured|observed|promised|promises|demanded|demands|described|describes|broke|carried|published|pointed|learned|learnt|understands|mentions|mentioned|recorded|records|counts|counted|lists|listed|broadcast|quotes|quoted|cites|cited|gives|gave|expects|expected|agreed|agrees|raised|raises|lowered|lowers|revised|revises|corrected|corrects|increased|increases|reduced|reduces|updated|updates|adjusted|adjusts',
  alleges: 'alleged|alleges|allege|claimed|claims|claim|accused|accuses|accuse|charged|charges',
  fears: 'feared|fears|fear|hoped|hopes|hope|worries|worried',
  supposes:
    'suspected|suspects|suspect|believed|believes|believe|assumed|assumes|assume|speculated|speculates|guessed|guesses|thinks|thought|think|supposes|suggested|suggests|suggest|reckons|reckoned|presumes|presumed|surmised',
  doubts: 'doubted|doubts|doubt|questioned|questions|question|disputed|disputes|dispute|challenged|challenges',
  denies:
    'denied|denies|deny|rejected|rejects|reject|dismissed|dismisses|refuted|refutes|contradicted|contradicts|disputed'
}
const ATTITUDE_OF = new Map(
  ATTITUDES.flatMap((attitude) => VERBS[attitude].split('|').map((verb) => [verb, attitude] as const))
)
const VERB = new RegExp(
  `(?<![\\p{L}\\p{M}’'-])(?:${ATTITUDES.map((attitude) => VERBS[attitude]).join('|')})(?![\\p{L}\\p{M}-])`,
  'gu'
)
/** Verbs that also take a thing, and give an account only with a clause or at the end: `found that`, `…, the office found`. */
const NEEDS_CLAUSE =
  /^(?:announced?|announces|repeat(?:s|ed)|assures|recount(?:s|ed)|confirmed|confirms|confirm|declared|declares|disclosed|discloses|revealed|reveals|found|finds|estimated?|estimates|calculate[ds]|puts?|shows?|showed|broke|carried|published|recorded|records|counts|counted|lists|listed|broadcast|gives|gave|described?|describes|mention(?:s|ed)|report(?:s|ed)?|charged|charges|question(?:s|ed)?|states?|stated|challenge[ds]|observed|noted|notes|accuse[sd]?|agreed|agrees|learned|learnt|promised|promises|expects|expected|admitted|admits|demand(?:s|ed)|quote[sd]|cite[sd]|spoke|speaks|pointed|warned|warns|warn)$/u
const INVERTS =
  /^(?:said|says|wrote|writes|reported|reports|report|added|adds|explained|warned|announced|claimed|claims|noted|insisted|argued|confirmed|stated|recalled|replied)$/u

const ORDERS =
  /^\s+(?:(?!(?:he|she|it|they|there|that|is|was|has|had|will|would|on|in|at|from|of|by)\s)[\p{L}\p{M}’'-]+\s+){1,4}?(?:not\s+)?to\s+\p{Ll}/u

const CHANGES =
  /^\s+(?:up |down )?(?:the|its|their|his|her|that|this)\s+(?:\p{L}+\s+){0,3}?(?:number|figure|figures|estimate|toll|count|forecast|total|tally|prediction|assessment|sum|price|cost|rate)\b|^\s+(?:\p{L}+\s+){1,5}?(?:to|from|by)\s+(?:about\s+|some\s+|around\s+)?[€$£]?\d/u

/** Words that introduce who gives an account. */
const ACCORDING =
  /(?<![\p{L}\p{M}])(?:according to|in the words of|(?:which|who|itself|and) (?:cited|quoted|cites|quotes)|by the (?:count|account|reckoning|estimate) of|(?:learn(?:ed|t)|heard) from|citing|quoting|on the authority of|on the evidence of|as quoted by|as reported by|as told by|as stated by|in the opinion of|in the view of|in the eyes of|based on|relying on|referring to|pointing to|with reference to|attributed to|attributing it to|attributes (?:it|this|that) to|the word of)\s+/giu
/** Whose words another passes on: `quoted the mayor as saying`. */
const QUOTED =
  /(?<![\p{L}\p{M}])(?:quoted|quotes|quote|cited|cites|cite|named|names|gave|gives)\s+(?=[^,.;]{2,60}?\s+(?:as\s+(?:saying|telling|its source|source|the source|having)|for\s+(?:the|this))|(?:a|an|the|two|its|one)\s[^,.;]{2,40}\.$)/gu
/** A passive with its agent: `was confirmed by the police`. */
const AGENT =
  /(?<![\p{L}\p{M}])(?:reported|confirmed|announced|published|first reported|revealed|disclosed|shown|borne out|backed up|released|issued|given|put forward|compiled|recorded|counted|broken|denied|disputed|alleged|questioned|doubted|claimed|stated)\s+(?:\w+ly\s+)?by\s+/giu
/** What a document holds: `is described in an internal report`. */
const TOLD_IN =
  /(?<![\p{L}\p{M}])(?:described|set out|laid out|contained|recorded|noted|documented|mentioned|stated|listed|found|shown|laid down|told|given|revealed|appears?|stands?|written|comes?|emerges?|follows?|taken|quoted|according) (?:in|from)\s+/giu
/** A document behind its verb: `…, show internal e-mails`, `So says a survey`. */
const SHOWN =
  /(?:(?<=,\s)(?:shows?|showed|reveals?|revealed|suggests?|indicates?)|^(?:So|Thus) (?:says?|said|shows?|found|finds|writes?|reports?|claims?))\s+/gu
/** A document in which it stands, at the beginning: `In the latest survey by Demos the party …`. */
const STANDS_IN = /^(?:In|On)\s+(?!(?:our|my)\s)(?=\p{Ll})/u
/** To whom it was said. */
const TOLD_TO =
  /(?<![\p{L}\p{M}])(?:told|tells|tell|telling|spoke to|spoken to|speaks to|speaking to|talking to|talked to|in an interview with|in interviews with|in remarks to|in a call to|in a letter to|in comments to|confirmed to|said to|interviewed by|quoted by|cited by|quoted in|as quoted in|interview in|speaking on|told to)\s+/giu

/** Replaces what stands in quotation marks, so that no word in it counts; the length stays. */
export function unquoted({ text, quoted }: Pick<Sentence, 'text' | 'quoted'>): string {
  let masked = text
  for (const { start, end } of quoted) masked = masked.slice(0, start) + '¤'.repeat(end - start) + masked.slice(end)
  return masked
}

/** Who gives what a sentence tells, in the order of the words. */
export function mentionsIn(sentence: Pick<Sentence, 'text' | 'quoted'>): readonly Mention[] {
  const before = known.get(sentence)
  if (before) return before
  const mentions = readMentions(sentence)
  known.set(sentence, mentions)
  return mentions
}

const known = new WeakMap<object, readonly Mention[]>()

function readMentions(sentence: Pick<Sentence, 'text' | 'quoted'>): Mention[] {
  const masked = unquoted(sentence)
  const found: Mention[] = []
  const add = (mention: Mention | null): void => {
    if (mention && !found.some(({ start, end }) => mention.start < end && mention.end > start)) found.push(mention)
  }
  for (const match of masked.matchAll(ACCORDING)) {
    const at = match.index + match[0].length
    const phrase = readNounPhrase(masked, at)
    if (!phrase) continue
    const isCiting =
      /^(?:citing|quoting|which|who|itself|and|referring to|pointing to|relying on|based on|learn|heard)/iu.test(
        match[0]
      )
    add({
      words: sentence.text.slice(phrase.start, phrase.end),
      ...phrase,
      attitude: 'says',
      verb: isCiting ? 'citing' : 'according',
      scope: { start: 0, end: masked.length },
      through: []
    })
  }
  for (const match of masked.matchAll(TOLD_IN)) {
    const phrase = readNounPhrase(masked, match.index + match[0].length)
    if (phrase && identityOf(sentence.text.slice(phrase.start, phrase.end), () => null).kind === 'document')
      add({
        words: sentence.text.slice(phrase.start, phrase.end),
        ...phrase,
        attitude: 'says',
        verb: 'told in',
        scope: { start: 0, end: masked.length },
        through: []
      })
  }
  for (const match of masked.matchAll(SHOWN)) {
    const phrase = readNounPhrase(masked, match.index + match[0].length)
    if (!phrase) continue
    const words = sentence.text.slice(phrase.start, phrase.end)
    if (!match[0].startsWith('So') && !match[0].startsWith('Thus') && identityOf(words, () => null).kind !== 'document')
      continue
    add({
      words,
      ...phrase,
      attitude: 'says',
      verb: 'shown',
      scope: { start: 0, end: masked.length },
      through: []
    })
  }
  for (const match of masked.matchAll(AGENT)) {
    const phrase = readNounPhrase(masked, match.index + match[0].length)
    if (!phrase) continue
    const verb =
      match[0]
        .trim()
        .split(/\s+/u)
        .find((word) => ATTITUDE_OF.has(word)) ?? 'said'
    add({
      words: sentence.text.slice(phrase.start, phrase.end),
      ...phrase,
      attitude: ATTITUDE_OF.get(verb) ?? 'says',
      verb,
      scope: { start: 0, end: masked.length },
      through: []
    })
  }
  for (const match of masked.matchAll(QUOTED)) {
    const phrase = readNounPhrase(masked, match.index + match[0].length)
    if (phrase)
      add({
        words: sentence.text.slice(phrase.start, phrase.end),
        ...phrase,
        attitude: 'says',
        verb: 'citing',
        scope: { start: 0, end: masked.length },
        through: []
      })
  }
  for (const match of masked.matchAll(VERB)) add(byVerb(sentence.text, masked, match[0], match.index))
  if (found.length === 0) for (const phrase of namedOtherwise(masked)) add(wholeBy(phrase, sentence.text, masked))
  const lead = found.length === 0 ? STANDS_IN.exec(masked) : null
  const document = lead && readNounPhrase(masked, lead[0].length)
  if (document && isPublished(sentence.text.slice(document.start, document.end)))
    add({
      words: sentence.text.slice(document.start, document.end),
      ...document,
      attitude: 'says',
      verb: 'told in',
      scope: { start: 0, end: masked.length },
      through: []
    })
  found.sort((a, b) => a.start - b.start)
  // What's brought before a court is alleged, however it's told.
  for (const mention of found)
    if (mention.attitude === 'says' && CLAIM.test(mention.words)) mention.attitude = 'alleges'
  const through = toldTo(masked, sentence.text)
  const saying = found.find(({ verb }) => verb !== 'citing')
  if (through.length > 0 && saying) saying.through = through
  else if (through.length > 0 && found[0]) found[0].through = through
  return found
}

const CLAIM = /^(?:(?!of\s)[\p{L}’'-]+\s+){0,3}(?:complaint|lawsuit|indictment|writ|petition)s?(?!\p{L})/iu

/** A speaker before a colon and what is quoted: `Clinic head Ada Holm: “We are full.”` */
const BEFORE_COLON = /^(?<who>[^:;¤.]{3,90}?)(?:\s+to\s+[^:;¤.]{3,40})?:\s*¤/u
/** What is said without a verb of saying. */
const HOLDS =
  /\s(?:(?:is|are|was|were|remains?)\s+(?:certain|sure|convinced|adamant)\s+that|(?:let|lets)\s+it\s+be\s+known\s+that|ha(?:s|ve|d)\s+it\s+that|posted\s+(?:on\s+[^,.;]{2,30}\s+)?that)(?!\p{L})/u
/** `By the captain’s account`, `in the mayor’s words`. */
const BY_ACCOUNT =
  /(?<!\p{L})(?:by|in|on)\s+(?<who>(?:the\s+)?[\p{L}\p{M} -]{2,50}?)[’']s\s+(?:own\s+)?(?:account|version|telling|reckoning|words|count)(?!\p{L})/iu
/** Where it comes from, of what was just told: `The figures come from the ministry.` */
const COMES_FROM = /^(?:The\s+(?:figures?|numbers?|account|information|details?)|This|That|It)\s+comes?\s+from\s+/u

/** Who gives what a sentence tells, where no verb of saying does. */
function namedOtherwise(masked: string): { start: number; end: number; verb: string }[] {
  const colon = BEFORE_COLON.exec(masked)?.groups?.['who']
  if (colon !== undefined && isSpeaker(colon)) return [{ start: 0, end: colon.length, verb: 'says' }]
  const holds = HOLDS.exec(masked)
  const subject = holds && subjectBefore(masked, holds.index)
  if (subject?.isFirst) return [{ start: subject.start, end: subject.end, verb: 'says' }]
  const account = BY_ACCOUNT.exec(masked)
  if (account) {
    const who = account.groups!['who']!
    const start = account.index + account[0].indexOf(who)
    return [{ start, end: start + who.length, verb: 'according' }]
  }
  const comes = COMES_FROM.exec(masked)
  const phrase = comes && readNounPhrase(masked, comes[0].length)
  return phrase ? [{ ...phrase, verb: 'told in' }] : []
}

/** A person with a name, or an institution: no clause, and no thing. */
function isSpeaker(words: string): boolean {
  if (/(?<!\p{L})(?:is|are|was|were|has|had|have|will|says?|said)(?!\p{L})/u.test(words.replace(/,\s+who\s.*$/u, '')))
    return false
  const { kind, isNamed, surname } = identityOf(words, () => null)
  return isNamed && kind === 'person' && surname !== null
}

function wholeBy(
  { start, end, verb }: { start: number; end: number; verb: string },
  text: string,
  masked: string
): Mention {
  return {
    words: text.slice(start, end),
    start,
    end,
    attitude: 'says',
    verb,
    scope: { start: 0, end: masked.length },
    through: []
  }
}

/** A document that tells what others count or see; not one that does something itself, such as a contract. */
function isPublished(words: string): boolean {
  return (
    identityOf(words, () => null).kind === 'document' &&
    /(?<!\p{L})(?:surveys?|polls?|reports?|study|studies|images|pictures|photographs|footage|statement|statistics|figures|census|bulletin|analysis|memoirs)(?!\p{L})/iu.test(
      words.split(/\s+(?:of|for|by|from|in)\s+/u)[0]!
    ) &&
    /\s(?:of|by|from)\s/u.test(words)
  )
}

/** The phrases behind `told`, `spoke to` and the like. */
function toldTo(masked: string, text: string): string[] {
  return [...masked.matchAll(TOLD_TO)].flatMap((match) => {
    const phrase = readNounPhrase(masked, match.index + match[0].length)
    return phrase ? [text.slice(phrase.start, phrase.end)] : []
  })
}

function byVerb(text: string, masked: string, verb: string, at: number): Mention | null {
  const attitude = ATTITUDE_OF.get(verb)!
  const before = masked.slice(0, at)
  const after = masked.slice(at + verb.length)
  const make = (phrase: { start: number; end: number }, scope: Mention['scope']): Mention => ({
    words: text.slice(phrase.start, phrase.end),
    ...phrase,
    attitude,
    verb,
    scope,
    through: []
  })
  // An infinitive or a passive says nothing of who says it.
  if (
    /(?<![\p{L}\p{M}])(?:to|is|are|was|were|been|be|being|not|never|of|a|an|the|as|by|its|his|her|their|this|no|own)\s+(?:\p{L}+ly\s+)?$/u.test(
      before.slice(-FAR)
    )
  )
    return null
  // `Images published by Kestrel show …`
  if (/^(?:published|reported|announced|confirmed|disclosed|revealed|recorded)$/u.test(verb) && /^\s+by\s/u.test(after))
    return null
  // `Told a clerk to delete them` is an order.
  if (/^(?:told|tells|tell|warned|warns|promised|promises)$/u.test(verb) && ORDERS.test(after)) return null
  const isNoun =
    /^(?:report|reports|state|claim|claims|doubt|doubts|fear|fears|hope|hopes|charge|charges|question|questions|estimates?|show|shows|records?|lists?|put|notes|counts|finds|dispute|demands|promises|states|quotes)$/u.test(
      verb
    )
  // `Puts three questions`, `two reports`.
  if (isNoun && COUNTED.test(before.slice(-FAR))) return null
  const trimmed = before.trimEnd()
  const isAfterMark = /[,¤"”’»–—-]$/u.test(trimmed)
  if (isAfterMark && INVERTS.test(verb) && !/^\s+(?:that|on|in|at|it|he|she|they|there)\b/u.test(after)) {
    const phrase = readNounPhrase(masked, at + verb.length)
    const isClosed =
      phrase !== null &&
      /^\s*(?:[.,;:–—(¤]|$|(?:on|in|at|to|during|after|late|early|yesterday|today|who|with|when)\b)/u.test(
        masked.slice(phrase.end)
      )
    if (
      phrase &&
      isClosed &&
      !/^(?:that|this|so|on|in|at|it|to|by|for|from|with|of)(?!\p{L})/u.test(masked.slice(phrase.start, phrase.end))
    )
      return make(phrase, { start: Math.max(0, lastBreak(before)), end: phrase.end })
  }
  const subject = subjectBefore(masked, at)
  if (!subject || /^(?:as|so|what|which|who|it is|there)$/iu.test(masked.slice(subject.start, subject.end))) return null
  // `Media reports say`: the noun, not the verb.
  if (
    /^(?:reports|claims|figures|records|estimates|counts|shows)$/u.test(verb) &&
    /^\s+(?:say|said|show|showed|suggest|suggested|indicate|claim|speak|spoke|put|had)\b/u.test(after)
  )
    return null
  // `…, says an internal report that the Gazette has seen`.
  const isSeen =
    /^\s+(?:that|which)\s+(?:the\s+)?\p{Lu}[^,.]{0,40}?\s(?:has|had|have|was able to|could)\s+(?:also\s+)?(?:obtained|seen|received|viewed|reviewed|see|a copy)\b/u.test(
      after
    )
  const isFinal =
    isSeen ||
    (!/^\s+(?:the|a|an)\s[^,;:.]*\s(?:was|were|is|are|had|has|have|would|will|could|can|did|\p{L}+ed)(?![\p{L}])/u.test(
      after
    ) &&
      /^(?:\s+(?:on|in|at|by|over|via|late|early|earlier|later|last|this|yesterday|today|to|during|after|before|a|the|reporters|journalists|\p{Lu}[\p{L}]*day)\b[^,;:]*|\s*)?(?:[.,;:¤"”)–—-]|$)/u.test(
        after
      ))
  const startsSentence = subject.isFirst
  const hasClause =
    /^\s*(?:(?:on|in|at|late|early|last|this|yesterday|today|by|to|during)\s[^,;:]{1,40}?\s)?(?:reporters\s|journalists\s)?(?:that\b|¤|:|(?:\p{L}+\s){0,3}\p{L}+:\s*¤|,\s*¤|it\b|(?:this|so|as much)(?=\s*(?:[.,;]|$|(?:to|on|in|at)\s))|there\b|he\b|she\b|they\b|no\b|\p{Lu}[\p{L}]+\s)/u.test(
      after
    )
  if (/^(?:spoke|speaks)$/u.test(verb) && !/^\s+of\b/u.test(after)) return null
  // Who changes a count gives it.
  if (/^(?:rais|lower|revis|correct|increas|reduc|updat|adjust)\p{L}+$/u.test(verb))
    return subject.isFirst && CHANGES.test(after) ? make(subject, { start: subject.start, end: masked.length }) : null
  if (/^(?:put|puts)$/u.test(verb) && !/^\s.{2,60}\bat\b/u.test(after)) return null
  if (/^(?:gives|gave)$/u.test(verb) && !/^\s.{2,60}\bas\b/u.test(after)) return null
  if (isNoun && !hasClause && !(startsSentence || subject.isAfterComma)) return null
  if (
    isNoun &&
    /^(?:reports?|claims?|doubts?|fears?|hopes?|questions?|charges?|estimates?|demands?)$/u.test(verb) &&
    !hasClause &&
    /^\s+(?:of|about|on|in|for|from|by|at|and|were|was|are|is|have|had|has|over|emerged|came|said)\b/u.test(after)
  )
    return null
  const isTold =
    /^(?:told|tells|tell|confirmed)$/u.test(verb) &&
    /^\s+(?:the\s+|a\s+|this\s+|its\s+)?[\p{L}\p{M}’' -]{2,50}(?:[.,;]|$)/u.test(after) &&
    !/^[^.,;]*\s(?:that|was|were|is|are|had|has|have|would|will|could|it|there|he|she|they)\s/u.test(after)
  const isAtEnd = (isFinal || isTold) && subject.isAfterComma
  if (
    NEEDS_CLAUSE.test(verb) &&
    !isAtEnd &&
    !hasClause &&
    !(
      /^(?:count|estimat|report|record|confirm|puts?$)/u.test(verb) &&
      /^\s*(?:\d|about\b|at least\b|more than\b)/u.test(after)
    ) &&
    !/^\s*(?:an?\s+\p{L}+\s+(?:as|for)\b|.{1,60}?\s+as (?:saying|telling)|.{1,60}\bat\s+[€$£\d])/u.test(after) &&
    !(
      /^(?:accuse[sd]?|charge[sd]?|question(?:s|ed)|expects?|expected|estimates?|estimated|speaks|spoke|demands?|demanded|puts?|warned|warns|quotes?|quoted|cites?|cited|counts|counted|promise[sd]|admit(?:s|ted)|reports|reported|recorded|gives|gave|gave)$/u.test(
        verb
      ) && startsSentence
    )
  )
    return null
  // `…, as the Gazette reports`: the whole sentence.
  if (
    /(?:^|[\s,])as\s+$|(?:this|that|it)(?: is|[’']s| was) (?:at least )?what\s+$/iu.test(masked.slice(0, subject.start))
  )
    return make(subject, { start: 0, end: masked.length })
  const scope = isAtEnd ? { start: subject.from, end: subject.start } : { start: subject.start, end: masked.length }
  return make(subject, isAtEnd ? { start: 0, end: subject.start } : scope)
}

/** What stands right before a verb is looked for in so many characters, not through all of a long sentence. */
const FAR = 100

const COUNTED =
  /(?:\d|(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens? of|several|many|few|more|other|further|all|any|some|such))\s+(?:\p{Ll}+\s+)?$/iu

function lastBreak(before: string): number {
  return Math.max(before.slice(0, -2).lastIndexOf(';'), 0)
}
