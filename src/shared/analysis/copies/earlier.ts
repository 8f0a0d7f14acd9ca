/**
 * Which of two ISO 8601 dates is the earlier one, by what both of them say: `2031-03` and `2031-03-04` can't be told apart, nor can a day and
 * an hour of that day. Null when they can't be told apart or one isn't known.
 */
export function earlierOf(a: string | null, b: string | null): 'a' | 'b' | null {
  if (a === null || b === null) return null
  if (isTime(a) && isTime(b)) {
    const difference = Date.parse(a) - Date.parse(b)
    return difference < 0 ? 'a' : difference > 0 ? 'b' : null
  }
  const length = Math.min(a.length, b.length, 'YYYY-MM-DD'.length)
  const one = a.slice(0, length)
  const other = b.slice(0, length)
  return one < other ? 'a' : one > other ? 'b' : null
}

function isTime(date: string): boolean {
  return /T\d\d:\d\d.*(?:Z|[+-]\d\d:\d\d)$/.test(date) && !Number.isNaN(Date.parse(date))
}
