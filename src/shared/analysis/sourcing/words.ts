/** Names one after the other: `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Statements by their numbers: `statement 2`, `statements 2, 3 and 7`. */
export function numbered(numbers: readonly number[]): string {
  const all = [...new Set(numbers)].sort((a, b) => a - b)
  return `${all.length === 1 ? 'statement' : 'statements'} ${listed(all.map(String))}`
}
