const LOCALE = 'en-GB'
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const longDay = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const moment = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit'
})
const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' })
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' })

/**
 * An ISO 8601 date as people write it, at the precision it has: `2031-03-04` → `4 Mar 2031`. A time of day keeps the day
 * that the source's own offset gives. What isn't ISO is shown as it stands.
 */
export function formatDate(iso: string, length: 'short' | 'long' = 'short'): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso)
  if (!parts) return iso
  const [, years, months, days] = parts
  if (!months) return years!
  const date = new Date(Date.UTC(Number(years), Number(months) - 1, days ? Number(days) : 1))
  if (Number.isNaN(date.getTime())) return iso
  if (!days) return month.format(date)
  return (length === 'long' ? longDay : day).format(date)
}

/** When a source was published, as people write it, with what is to be said of a day that isn't sure; null without one. */
export function formatPublished(
  { published, doubtful }: { published: string | null; doubtful: readonly string[] },
  length: 'short' | 'long' = 'short'
): string | null {
  if (published === null) return null
  return `${formatDate(published, length)}${doubtful.includes('published') ? ' (doubtful)' : ''}`
}

/** A moment in the reader's own time zone: `12 Mar 2031, 09:14`. */
export function formatMoment(iso: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : moment.format(date)
}

/** The time of day in the reader's own time zone: `12:03`. */
export function formatTime(iso: string): string {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? iso : clock.format(date)
}

/** The English name of a BCP 47 language tag; the tag itself when it isn't one. */
export function formatLanguage(tag: string): string {
  try {
    return languages.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** `1 quote`, `2 quotes`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString(LOCALE)} ${n === 1 ? one : many}`
}

/** A size in units of 1000 bytes: `812 bytes`, `14 kB`, `3.2 MB`. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1e3 ? null : bytes < 1e6 ? 'kB' : bytes < 1e9 ? 'MB' : 'GB'
  if (step === null) return count(bytes, 'byte')
  const size = bytes / { kB: 1e3, MB: 1e6, GB: 1e9 }[step]
  return `${size.toLocaleString(LOCALE, { maximumFractionDigits: size < 10 ? 1 : 0 })} ${step}`
}

/** The last step of a path of either kind of system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path
}

/** A text cut to a length at a word, with an ellipsis. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`
}
