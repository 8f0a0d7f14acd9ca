import { latin } from '../running-text/latin.ts'
/** A time of day with its zone, as written next to a date. */
export interface Clock {
  /** Half-open, in UTF-16 units of what was searched. */
  start: number
  end: number
  /** `HH:MM` in 24 hours. */
  time: string
  offset: string | null
  /** False for `4.30`, which may be an amount where no date stands beside it. */
  isSure: boolean
}

/** Offsets from UTC by the names of zones; names that stand for several zones have none. */
const ZONES: Readonly<Record<string, string>> = {
  gmt: '+00:00',
  utc: '+00:00',
  z: '+00:00',
  wet: '+00:00',
  bst: '+01:00',
  west: '+01:00',
  cet: '+01:00',
  mez: '+01:00',
  cest: '+02:00',
  mesz: '+02:00',
  eet: '+02:00',
  sast: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  eat: '+03:00',
  trt: '+03:00',
  pkt: '+05:00',
  wib: '+07:00',
  hkt: '+08:00',
  sgt: '+08:00',
  awst: '+08:00',
  jst: '+09:00',
  kst: '+09:00',
  aest: '+10:00',
  aedt: '+11:00',
  nzst: '+12:00',
  nzdt: '+13:00',
  brt: '-03:00',
  art: '-03:00',
  adt: '-03:00',
  edt: '-04:00',
  est: '-05:00',
  cdt: '-05:00',
  cst: '-06:00',
  mdt: '-06:00',
  mst: '-07:00',
  pdt: '-07:00',
  pst: '-08:00',
  akst: '-09:00',
  hst: '-10:00'
}

const ZONE = `(?:(?<zone>${Object.keys(ZONES).join('|').toUpperCase()})(?![\\p{L}\\d])(?:\\s?(?<shift>[+-]\\d{1,2}(?::?\\d\\d)?))?|(?<bare>[+-]\\d\\d:?\\d\\d)(?!\\d))`
const CLOCK = latin(
  `(?<![\\d.,:/€$£-])(?:(?<hour>[01]?\\d|2[0-4])(?:(?<mark>[:.h])(?<minute>[0-5]\\d)(?::[0-5]\\d)?)?(?:\\s?(?<half>[ap]\\.?m\\.?|[AP]\\.?M\\.?)(?!\\p{L})|\\s?(?<word>o[’']clock|Uhr|hrs?|hours)(?!\\p{L}))?|(?<four>(?:[01]\\d|2[0-3])[0-5]\\d)(?=\\s?(?:hrs|hours|Uhr|GMT|UTC|CES?T|BST|[ECMP][SD]T|MSK)(?!\\p{L}))|(?<name>noon|midday))(?:\\s?\\(?${ZONE}\\)?)?(?![\\d]|[.,:]\\d)`,
  'gu'
)

/** The times of day in a text, in order. A number alone is none. */
export function clocksIn(text: string): Clock[] {
  const found: Clock[] = []
  for (const match of text.matchAll(CLOCK)) {
    const time = timeOf(match.groups!)
    if (time === null) continue
    found.push({
      start: match.index,
      end: match.index + match[0].trimEnd().length,
      time,
      offset: offsetOf(match.groups!),
      isSure: match.groups!.mark !== '.' || match.groups!.half !== undefined || match.groups!.zone !== undefined
    })
  }
  return found
}

function timeOf({
  hour,
  mark,
  minute,
  half,
  word,
  four,
  name,
  zone,
  bare
}: Record<string, string | undefined>): string | null {
  if (name !== undefined) return '12:00'
  if (four !== undefined) return `${four.slice(0, 2)}:${four.slice(2)}`
  if (hour === undefined) return null
  // `4.30` may be an amount, `4` anything: only a colon, or a word behind it, makes a time of it.
  if (
    mark !== ':' &&
    half === undefined &&
    word === undefined &&
    zone === undefined &&
    bare === undefined &&
    mark !== 'h'
  )
    return mark === '.' && minute !== undefined && Number(hour) <= 24 ? `${hour.padStart(2, '0')}:${minute}` : null
  let hours = Number(hour)
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null
    hours = (hours % 12) + (/^p/iu.test(half) ? 12 : 0)
  }
  return hours > 24 ? null : `${String(hours % 24).padStart(2, '0')}:${minute ?? '00'}`
}

function offsetOf({ zone, shift, bare }: Record<string, string | undefined>): string | null {
  const written = bare ?? (zone !== undefined && ZONES[zone.toLowerCase()] === '+00:00' ? shift : undefined)
  if (written !== undefined) {
    const digits = written.slice(1).replace(':', '')
    const hours = digits.length > 2 ? digits.slice(0, -2) : digits
    return `${written[0]}${hours.padStart(2, '0')}:${digits.length > 2 ? digits.slice(-2) : '00'}`
  }
  return zone === undefined ? null : (ZONES[zone.toLowerCase()] ?? null)
}
