/** A noun phrase of a sentence, half-open. */
export interface Phrase {
  start: number
  end: number
}

/** A phrase that a verb follows. */
export interface Subject extends Phrase {
  /** It begins the sentence, or its clause. */
  isFirst: boolean
  /** A comma, or closing marks, stand before it: `…, the road office said`. */
  isAfterComma: boolean
  /** Where the clause begins that stands before it. */
  from: number
}

const DETERMINER =
  'the|a|an|its|his|her|their|our|my|this|that|these|those|some|several|many|most|two|three|four|five|six|seven|eight|nine|ten|both|one|another|other|all|no'
const BARE =
  'police|officials|residents|witnesses|sources|doctors|authorities|prosecutors|experts|observers|critics|analysts|investigators|rescuers|firefighters|locals|villagers|neighbours|neighbors|survivors|relatives|engineers|scientists|researchers|farmers|workers|unions|activists|campaigners|lawyers|diplomats|media|papers|newspapers|reports|records|documents|figures|data|eyewitnesses|insiders|opponents|supporters|geologists|hospital|union|city|council|coastguard|colleagues|staff|passengers|teachers|students|parents|auditors|inspectors|people|organisers|organizers|members|councillors|ministers|traders|fishermen|dockers|agencies'
const PRONOUN = 'he|she|they|it|we|i'
const STARTS = new RegExp(
  `^(?:${DETERMINER}|${BARE}|${PRONOUN}|chief|deputy|head|former|senior|local|union|city|county|state|government|company|army|navy|fire|brigade|police|port|harbour|interior|foreign|health|security|press|managing|finance)$`,
  'iu'
)
/** What ends a phrase that is read forward. */
const STOPS = new Set(
  'said says as who whom which that when where after before while because although but if whether as was were is are has have had will would could should may might must can did does do told tells tell on at during since until about than then so yet also late early last yesterday today'.split(
    ' '
  )
)
const ARTICLE = /^(?:the|a|an|its|their|his|her|this|these|those|no)$/u
const JOINS = /^(?:of|for|by|from|and|in|at|to|with|near|or|the|on|both|all|between)$/iu
const NUMBER = /^(?:\p{N}.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|about|more)$/u
const DAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u

/** Reads a noun phrase from a place on, with what a comma adds to a name. Null where none begins. */
export function readNounPhrase(text: string, from: number): Phrase | null {
  const lead = /^\s*/u.exec(text.slice(from))![0].length
  const start = from + lead
  let end = start
  let previous = ''
  for (const match of text.slice(start).matchAll(/(\s*)([^\s]+)/gu)) {
    const word = match[2]!
    const at = start + match.index + match[1]!.length
    const plain = word.replace(/^[(¤"“‘]+|[,.;:!?)¤"”’]+$/gu, '')
    if (/^[(¤"“–—:;-]/u.test(word) || plain === '') break
    if (end > start && STOPS.has(plain.toLowerCase())) break
    // `According to observers the strike …`: a new phrase begins.
    if (end > start && ARTICLE.test(plain) && !JOINS.test(previous)) break
    // `On pictures from Kestrel six hangars can be seen.`
    if (end > start && NUMBER.test(plain) && /^\p{Lu}/u.test(previous)) break
    if (end > start && plain.toLowerCase() === 'in' && !/^\s*(?:the\s+)?\p{Lu}/u.test(text.slice(at + word.length)))
      break
    // `told the Sunday Review`: the day is part of a name.
    if (end > start && DAY.test(plain) && !(previous === 'the' && /^\s+\p{Lu}/u.test(text.slice(at + word.length))))
      break
    if (end > start && plain === 'and' && !/^\s+(?:the\s+\p{L}|its?\s|\p{Lu})/u.test(text.slice(at + word.length)))
      break
    if (end > start && /^(?:to|with)$/u.test(plain) && !/^(?:close|familiar|according)$/u.test(previous)) break
    end = at + plain.length + Math.max(0, word.indexOf(plain))
    previous = plain
    if (/[,;:!?)¤"”]$/u.test(word)) break
    if (/\.$/u.test(word) && !/^(?:Dr|Mr|Mrs|Ms|Prof|St|Capt|Col|Gen|Lt|Sgt|Rev|\p{Lu})\.$/u.test(word)) break
    if (/\.$/u.test(word)) end = at + word.length
  }
  // `An internal report of which …`
  end -= /(?:\s+(?:of|for|by|from|in|at|to|with))?$/u.exec(text.slice(start, end))![0].length
  if (end <= start) return null
  return { start, end: withApposition(text, start, end) }
}

/** The end of a phrase with what is said of it behind a comma: `, who heads the service`, `, its head`, `, the mayor of Lenn`. */
function withApposition(text: string, start: number, end: number): number {
  // `its director, Theo Sohl`
  const name = /^,\s+\p{Lu}[\p{L}\p{M}’'-]+(?:\s+\p{Lu}[\p{L}\p{M}’'-]+){1,2}(?=[,.;]|$)/u.exec(text.slice(end))
  if (
    name &&
    /\p{Ll}[\p{L}’'-]*$/u.test(text.slice(start, end)) &&
    !/(?:^|\s)\p{Lu}[\p{L}’'-]*$/u.test(text.slice(start, end))
  )
    return end + name[0].length
  const found =
    /^,\s+(?:who\s(?:heads|leads|runs|chairs|speaks|directs|manages|is|was|had|has)\b[^,.;¤]{1,70}|(?:its|the|a|an|their|head|chief|director|chair|chairman|president|mayor|spokes\p{L}+|secretary|leader)\s+[^,.;¤]{1,60}|(?:its|the)\s+\p{L}+|head|director|spokes\p{L}+)(?=[,.;]|$)/u.exec(
      text.slice(end)
    )
  if (!found) return end
  // At the beginning of a sentence what follows the comma is what's told, unless a comma ends it again.
  if (start < 25 && text[end + found[0].length] !== ',') return end
  return /\b(?:said|says|was|were|has|had|is)\b/u.test(found[0].replace(/^,\s+who\s\p{L}+/u, ''))
    ? end
    : end + found[0].length
}

const AUXILIARY =
  /\s+(?:has|have|had|also|later|then|earlier|now|still|once|again|first|only|repeatedly|immediately|since|therefore|already|previously|never|would|will|could|may|might|\p{Ll}+ly)$/u
const TIME =
  /\s+(?:on|in|at|by|late on|early on|since|during)\s+(?:the\s+)?(?:\p{L}+\s+)?(?:\p{Lu}\p{L}+day(?:\s+(?:morning|evening|night|afternoon))?|morning|evening|night|afternoon|weekend|\d{1,2}\s+\p{Lu}\p{L}+|\p{Lu}\p{L}+\s+\d{1,2})$/u
/** What stands behind a noun and belongs to it, but isn't told of by itself. */
const ASIDE =
  /,\s*(?:who|which|whose|among|including|such as|quoted|cited|asked|published|seen|obtained|issued|leaked|speaking|based|quoting|citing|dated|its|his|her|their|the|a|an|head|chief|director|mayor|chair|president|leader|spokes\p{L}+|minister|secretary|professor|author|owner|an?|in|at|writing|contacted|reached|headed|led|run|now|then|himself|herself|themselves|\p{Lu}[\p{L}’'-]+)(?:\s[^,]{0,90})?$/u

/** The subject of a verb: the noun phrase that ends before it. Null where none does. */
export function subjectBefore(text: string, verb: number): Subject | null {
  let before = text.slice(0, verb).trimEnd()
  for (let cut = AUXILIARY.exec(before) ?? TIME.exec(before); cut; cut = AUXILIARY.exec(before) ?? TIME.exec(before))
    before = before.slice(0, cut.index)
  let end = before.length
  let head = before
  if (head.endsWith(',')) {
    const aside = ASIDE.exec(head.slice(0, -1))
    if (!aside) return null
    head = head.slice(0, aside.index)
    end =
      /,\s*(?:among|including|such as|quoted|cited|asked|speaking|contacted|reached|quoting|citing|writing|published|seen|obtained|issued|leaked|dated)/u.test(
        aside[0]
      )
        ? head.length
        : before.length - 1
  }
  const from = Math.max(
    ...[...head.matchAll(/[,;:¤–—("“]\s*|\s-\s+/gu)].map(({ 0: mark, index }) => index + mark.length),
    0
  )
  let segment = head.slice(from)
  let start = from
  let isFirst = from === 0 || /[;:–—]\s*$|\s-\s+$/u.test(head.slice(0, from))
  // Of a clause before it, what follows a conjunction is the subject.
  const conjunction = [
    ...segment.matchAll(
      /(?<![\p{L}])(?:that|but|while|because|when|although|though|as|if|whereas|after|and|what)\s+(?=\S)/giu
    )
  ]
    .filter(({ 0: word, index }) => !/^and/iu.test(word) || !isList(segment, index, word.length))
    .at(-1)
  if (conjunction && !/\bwho\s/u.test(segment.slice(conjunction.index))) {
    start += conjunction.index + conjunction[0].length
    segment = head.slice(start)
    isFirst = isFirst || /^(?:but|and|while|whereas|as)/iu.test(conjunction[0])
  }
  const adverbial =
    /^(?:(?:on|in|at|by|after|before|since|during|for|under|with|from|last|this|late|early|meanwhile|yesterday|today|earlier|later|there|then|now|yet|still|however|instead)\b)/iu.test(
      segment
    )
  if (adverbial) {
    const words = [...segment.matchAll(/\S+/gu)]
    const next = words.findIndex(
      ({ 0: word }, at) =>
        at >= 1 &&
        startsPhrase(word) &&
        (at >= 2 || !/^(?:on|in|at|by|after|before|since|during|for|under|with|from)$/iu.test(words[at - 1]![0]))
    )
    if (next < 0) return null
    start += words[next]!.index
    segment = head.slice(start)
  }
  const words = segment.split(/\s+/u).filter((word) => word !== '')
  if (words.length === 0 || words.length > 16) return null
  // `…, leaked e-mails show.`
  const isPlural = words.length <= 4 && /,\s*$/u.test(head.slice(0, start)) && /^\p{Ll}[\p{L} -]*s$/u.test(segment)
  if (!startsPhrase(words[0]!) && !/^\p{Ll}+s$/u.test(words[0]!) && !/\p{Lu}/u.test(segment) && !isPlural) return null
  if (words.length > 1 && new RegExp(`^(?:${PRONOUN})$`, 'iu').test(words[0]!)) return null
  // A verb within, but in what a relative tells, makes it a clause of its own.
  const withoutRelative = segment.replace(/\s(?:who|which|that|where)\s.*$/u, '')
  if (/(?<![\p{L}])(?:is|are|was|were|has|have|had|will|would|been|says?|said)(?![\p{L}])/u.test(withoutRelative))
    return null
  return {
    start,
    end,
    isFirst,
    isAfterComma:
      /[,¤"”–—]\s*$/u.test(head.slice(0, start)) || /[,¤]\s*(?:but|and|while)\s+$/u.test(head.slice(0, start)),
    from
  }
}

function startsPhrase(word: string): boolean {
  const plain = word.replace(/^["“¤(]+|[,.]+$/gu, '')
  return STARTS.test(plain) || /^\p{Lu}/u.test(plain)
}

/** True for `and` between two nouns of one phrase: `the police and the fire brigade`, `Brandt and Sohl`. */
function isList(segment: string, at: number, length: number): boolean {
  const left = segment.slice(0, at).trim()
  const right = segment.slice(at + length).trim()
  const isShort = left.split(/\s+/u).length <= 5
  return (
    isShort &&
    startsPhrase(left.split(/\s+/u)[0] ?? '') &&
    startsPhrase(right.split(/\s+/u)[0] ?? '') &&
    !/(?<![\p{L}])(?:is|are|was|were|has|have|had|\p{L}+ed)(?![\p{L}])/u.test(left)
  )
}
