import type { Amount } from '../numbers/amounts.ts'
import { latin } from '../running-text/latin.ts'

/** What the text says of an earlier number: nothing, that there was one, or which. */
export interface Change {
  replaces: 'nothing' | 'an-earlier-one' | 'these'
  values: readonly number[]
  /** The text tells of this number as one that was given earlier, and isn't any more. */
  isEarlier: boolean
}

const VERB =
  '(?:ris(?:e|es|en|ing)|rose|climb\\p{L}*|increas\\p{L}+|gr(?:ew|ow\\p{L}*)|jump\\p{L}*|soar\\p{L}*|surg\\p{L}+|fall(?:s|en|ing)?|fell|drop\\p{L}*|declin\\p{L}+|decreas\\p{L}+|rais\\p{L}+|lower\\p{L}*|reduc\\p{L}+|revis\\p{L}+|correct\\p{L}*|adjust\\p{L}*|updat\\p{L}+|upp?ed|chang\\p{L}+|put\\s+(?:up|down)|brought|scal\\p{L}+\\s+(?:up|down|back)|cut|went\\s+up|gone\\s+up|doubl\\p{L}+|swell\\p{L}*|swollen|mount\\p{L}*|downgrad\\p{L}+|upgrad\\p{L}+|trebl\\p{L}+|tripl\\p{L}+)'
const TO = latin(
  `(?<!\\p{L})${VERB}(?!\\p{L})[^.;:]{0,80}?(?:\\s(?:to|at|as)|\\stotal(?:l?ing)?|\\sreached)\\s+(?:a\\s+(?:new\\s+)?total\\s+of\\s+|the\\s+)?$`,
  'iu'
)
const NOW =
  /(?:^|[^\p{L}])(?:now\s+(?:stands?|stood|put|puts|at|is|are|counts?|speaks?|says?|estimates?|gives?|believed|known|thought|numbers?|totals?|has|have|reported|confirmed)|stands?\s+now|has\s+(?:now\s+)?(?:reached|climbed|risen)|have\s+(?:now\s+)?(?:reached|risen)|revised\s+(?:figure|toll|count|estimate|number)|corrected\s+(?:figure|toll|count|estimate|number)|new\s+(?:figure|toll|count|estimate|tally|total)|latest\s+(?:figure|toll|count|estimate|tally)|updated\s+(?:figure|toll|count|estimate|tally)|instead)(?!\p{L})[^.;]{0,50}$/iu
const NOW_BEHIND = /^[^.;,]{0,30}(?<!\p{L})(?:now|after\s+a\s+(?:correction|revision|recount))(?!\p{L})/iu
const FROM =
  /(?:^|[^\p{L}])(?:(?:up|down)\s+(?:sharply\s+|slightly\s+)?from|(?:revised|corrected|raised|lowered|increased|reduced|changed)\s+(?:up\s+|down\s+)?from|compared\s+(?:with|to)|against|from|rather\s+than|instead\s+of|not|replac(?:es|ed|ing)|in\s+place\s+of|and\s+not)\s+(?:(?:the|an?|its|their)\s+)?(?:(?:earlier|previous|first|initial|original|old|former|reported|estimated)\s+)?(?:(?:figure|count|estimate|toll|number|total)\s+of\s+)?$/iu
/** A number that the text itself calls an earlier one. */
const EARLIER =
  /(?:^|[^\p{L}])(?:up\s+from|down\s+from|earlier|previous|previously|first|initial|initially|original|at\s+first|rather\s+than|instead\s+of|and\s+not|not|from)\s+(?:\p{L}+\s+){0,4}?$/iu

const NOUN = /^\s+\p{Ll}{3,}/u
const NOUN_AGAIN =
  /^\s+(?:earlier|last|yesterday|when|before|after|people|dead|the|that|on|at|in|to|as|reported|previously|first|given|said|a)(?!\p{L})/iu

/** `Earlier reports had spoken of 19 dead`, `it had put the number at 12`. */
const FORMERLY =
  /(?:^|[^\p{L}])(?:(?:earlier|previous|initial|first|original|preliminary)\s+(?:reports?|counts?|figures?|estimates?|tall(?:y|ies)|statements?|versions?|accounts?)|(?:had|have)\s+(?:earlier|previously|initially|originally|first|at\s+first)|had\s+(?:spoken|put|given|reported|said|told|estimated|named)|(?:at\s+first|initially|originally|previously),?\s+(?:\p{L}+\s+){0,3}?(?:put|gave|said|spoke|counted|reported|given|reported|estimated))(?!\p{L})[^.;:]{0,60}$/iu
const FORMERLY_BEHIND =
  /^[^.;:]{0,60}(?<!\p{L})in\s+(?:an?|the)\s+(?:earlier|previous|first|original)\s+(?:version|report|edition|article|statement|count)(?!\p{L})/iu

/** What a sentence says of the number that stood before one of its figures. `place` and `others` are places in the sentence, `offset` is where it begins. */
export function changeOf(
  sentence: string,
  place: { start: number; end: number },
  amount: Amount,
  others: readonly { start: number; end: number }[],
  amounts: readonly Amount[],
  offset: number
): Change {
  const before = sentence.slice(0, place.start)
  const behind = sentence.slice(place.end)
  const isEarlier = EARLIER.test(before) && FROM.test(before)
  if (isEarlier) return { replaces: 'nothing', values: [], isEarlier: false }
  const values = others.flatMap((other) => {
    const own = amounts.find(({ start }) => start === other.start + offset)
    if (!own || own.unit !== amount.unit) return []
    const gap = sentence.slice(Math.min(place.end, other.end), Math.max(place.start, other.start))
    const lead = FROM.exec(sentence.slice(0, other.start))?.[0]
    if (lead === undefined || gap.length >= 90 || gap.includes(';')) return []
    // `took 140 people from the water and from three life rafts`
    const namesAnother =
      /^\W*(?:from|against|not)\s/iu.test(lead) && own.unit === null && NOUN.test(sentence.slice(other.end))
    return namesAnother && !NOUN_AGAIN.test(sentence.slice(other.end)) ? [] : [own.value]
  })
  const isSaid =
    TO.test(before) ||
    (values.length > 0 && /(?:^|[^\p{L}])(?:to|at|is|are|was|were|be|,)\s+$|^\S{0,3}$/iu.test(before))
  if (values.length > 0) return { replaces: 'these', values, isEarlier: false }
  if (isSaid || NOW.test(before) || NOW_BEHIND.test(behind))
    return { replaces: 'an-earlier-one', values: [], isEarlier: false }
  return { replaces: 'nothing', values: [], isEarlier: FORMERLY.test(before) || FORMERLY_BEHIND.test(behind) }
}
