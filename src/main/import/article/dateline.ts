import { WEEKDAY } from '../metadata/credits.ts'
import { findDates, roleBefore, type WrittenDate } from '../metadata/dates.ts'
import { fieldOf } from '../metadata/fields.ts'
import { oneLine } from '../extracted/wording.ts'

/** A line that holds one day at an end and something beside it. */
export interface Dateline {
  date: WrittenDate
  /** What stands beside the day, between bars and dashes. */
  parts: string[]
  /** False when nothing but a space parts the two. */
  isParted: boolean
}

/** No day and publisher need more characters. */
const LONGEST = 240
const CLOCK =
  /(?<!\d)\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*(?:a\.?m\.?|p\.?m\.?|uhr|hrs?|gmt|utc|bst|ce?s?t|e[ds]?t|p[ds]?t))?(?!\p{L})|(?<!\d)\d{1,2}h\d{2}(?!\d)/giu
/** What follows the day in a time by ISO 8601. */
const TIME_STAMP = /^T\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?(?!\w)/u
const MARK = String.raw`(?:[-–—|·•/,:;»›>●■※→~]|\.{2,})`
/** What stands at an end of words without being one of them. */
const EDGES = /^[\s\-–—|·•/,:;»›>●■※→~()[\]*_.]+|[\s\-–—|·•/,:;»›>●■※→~([*_]+$/gu
const SEPARATOR = /\s+[-–—|·•/»›→]+\s+|\s*[|•·]\s*|\t+|\s+>+\s+/u
/** What may stand around a date: the day of the week, and `г.`, `року` behind a year. */
const BESIDE = new RegExp(
  `${WEEKDAY.source}|(?<!\\p{L})(?:г|р|года|року|г\\.|р\\.|น\\.|δημοσίευση)\\.?(?!\\p{L})`,
  'giu'
)

/**
 * Reads a line with a day at its beginning or end, parted by a mark from what stands beside it: `date 2031-03-04 - ITV Report`, `Ministère des
 * Ports (4 mars 2031)`, `2031年3月4日｜海岸日报`. Null for other lines, and for those that end as a sentence does.
 */
export function readDateline(line: string, dayFirst: boolean): Dateline | null {
  if (line.length > LONGEST) return null
  const text = line.replace(/｜/g, '|')
  const dates = findDates(text, dayFirst)
  const [date] = dates
  if (date === undefined || dates.length > 1) return null
  const before = withoutLabel(bare(text.slice(0, date.start)))
  const behind = bare(text.slice(date.end))
  if ((before === '') === (behind === '')) return null
  const isFirst = before === ''
  const between = isFirst ? text.slice(date.end) : text.slice(0, date.start)
  const parts = (before + behind)
    .split(SEPARATOR)
    .map((part) => part.replace(EDGES, ''))
    .filter((part) => part !== '')
  return parts.length === 0 || parts.length > 3 || roleBefore(before) === 'retrieved'
    ? null
    : { date, parts, isParted: isParted(between, isFirst) }
}

function bare(words: string): string {
  return words
    .replace(TIME_STAMP, ' ')
    .replace(CLOCK, ' ')
    .replace(BESIDE, ' ')
    .replace(/[ \f\v]+/g, ' ')
    .replace(EDGES, '')
}

/** Without a word such as `date` or `Published` in front of a day. */
function withoutLabel(words: string): string {
  const first = oneLine(words).replace(/\s*:$/u, '')
  return fieldOf(first) === 'published' || LABEL.test(first) ? '' : words
}
const LABEL =
  /^(?:date[d:]?|published|posted|issued|released|veröffentlicht|erschienen|stand|publié le|le|publicado el?|publicado em|vom|am|em|el|опубликовано|δημοσίευση|发布时间|发布|公開日|公開|日期|작성일|입력|등록|게시)$/iu

/** True when a mark or brackets part a day from the words beside it. */
function isParted(between: string, isDateFirst: boolean): boolean {
  const plain = between.replace(BESIDE, ' ').replace(CLOCK, ' ')
  return (isDateFirst ? MARK_BEHIND : MARK_BEFORE).test(plain)
}
const MARK_BEHIND = new RegExp(String.raw`^[^\p{L}]*?(?:${MARK}|[)\]])`, 'u')
const MARK_BEFORE = new RegExp(String.raw`(?:${MARK}|[(\[])[^\p{L}]*$`, 'u')
