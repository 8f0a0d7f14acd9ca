/** What another is a part of (the 52 of `14 of 52`), a part of another number (`of whom 11`), an addition (`another 15`) or a difference (`fell by 12`): no count of the whole. */
export type FigureRole = 'whole' | 'base' | 'part' | 'more' | 'difference'

/** Words before a number that stands for the same as the one before it. */
export const COMPARED =
  /(?:^|[^\p{L}])(?:up\s+from|down\s+from|not|rather\s+than|instead\s+of|against|compared\s+(?:with|to))\s+(?:(?:the|about|some|around)\s+){0,2}$/iu

/** The 52 of `14 of 52`. */
const BASE = /\d\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|these\s+|all\s+)?$/iu

/** The 311 of `Of the 311 people on board, 64 were injured`. */
const OF_ALL = /(?:^|[.;:“"]\s?)(?:out\s+)?of\s+(?:the|its|their|these|all(?:\s+the)?)\s+$/iu

/** `14 of 52`, `six out of 40`. */
export const OUT_OF =
  /^\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|these\s+|all\s+)?(?:\d[\d.,]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b)/iu

/** What a number is of others: the whole, what it is a part of, a part, an addition, a difference. `before` and `behind` are the sentence around it. */
export function roleOf(before: string, behind: string, unit: string | null): FigureRole {
  if (OUT_OF.test(behind)) return 'part'
  if (BASE.test(before) || (OF_ALL.test(before) && /^[^.;]*,\s/u.test(behind))) return 'base'
  if (/^\s+(?:more|fewer|less|higher|lower)\s+than(?!\p{L})/iu.test(behind)) return 'difference'
  if (
    unit === null &&
    (/(?:^|[^\p{L}])(?:another|a\s+further|an?\s+additional|further|additional|extra)\s+$/iu.test(before) ||
      /^\s+(?:more|others|further|additional)(?!\s+than)(?!\p{L})/iu.test(behind))
  )
    return 'more'
  if (
    /(?:^|[^\p{L}])(?:rose|fell|grew|increased?s?|decreased?s?|dropped|declined|risen|fallen|grown|up|down|climbed|jumped|cut|reduced|raised|rise|fall|drop|shrank|slipped)\s+(?:\p{L}+\s+)?by\s+$/iu.test(
      before
    )
  )
    return 'difference'
  if (
    /(?:including|among\s+them|of\s+whom|of\s+which|among\s+the\s+(?:dead|injured|victims|survivors))\s+(?:\p{L}+\s+)?$/iu.test(
      before
    )
  )
    return 'part'
  return 'whole'
}
