/** A record as it's read by hand. */
export function toJson(record: object): string {
  return `${JSON.stringify(record, null, 1)}\n`
}
